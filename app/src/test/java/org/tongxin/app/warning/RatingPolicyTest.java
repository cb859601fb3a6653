package org.tongxin.app.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongxin.app.warning.RatingPolicy.DistrictFigures;
import org.tongxin.app.warning.RatingPolicy.StreetFigures;
import org.tongxin.app.warning.RatingPolicy.Verdict;

class RatingPolicyTest {

    private final RatingPolicy policy = new RatingPolicy();

    @ParameterizedTest(name = "{0} places and {1} signals are {2} by {3}")
    @CsvSource({
        "300, 0, RED, S1",
        "299, 9, ORANGE, S2",
        "100, 0, ORANGE, S2",
        "99, 1, YELLOW, S4",
        "99, 2, ORANGE, S3",
        "40, 2, ORANGE, S3",
        "40, 1, YELLOW, S4",
        "39, 2, YELLOW, S4",
        "20, 0, YELLOW, S4",
        "19, 9, BLUE, S5",
        "1, 0, BLUE, S5",
        "0, 1, BLUE, S5",
        "0, 0, NONE, S6"
    })
    void aStreetIsRatedByTheFirstRuleThatMatchesAtAndJustBelowEachThreshold(
            int addresses, int signals, RatingLevel level, String rule) {
        Verdict verdict = policy.rate(new StreetFigures(addresses, 7, signals));

        assertThat(verdict.level()).isEqualTo(level);
        assertThat(verdict.rule()).isEqualTo(rule);
    }

    @ParameterizedTest(name = "{0} in the community, {1} in quarantine, {2} orange streets are {3} by {4}")
    @CsvSource({
        "51, 0, 3, RED, D1",
        "51, 0, 2, ORANGE, D2",
        "50, 0, 3, YELLOW, D3",
        "1, 0, 0, YELLOW, D3",
        "0, 1, 0, BLUE, D4",
        "0, 0, 0, NONE, D5"
    })
    void theDistrictIsRatedByTheFirstRuleThatMatchesAtAndJustBelowEachThreshold(
            int community, int quarantine, int orangeStreets, RatingLevel level, String rule) {
        Verdict verdict = policy.rate(new DistrictFigures(community, quarantine, 14, orangeStreets));

        assertThat(verdict.level()).isEqualTo(level);
        assertThat(verdict.rule()).isEqualTo(rule);
    }

    @Test
    void insufficientDataIsNeverShownAsCalm() {
        Verdict street = policy.rate(new StreetFigures(0, 0, 0));
        Verdict district = policy.rate(new DistrictFigures(0, 0, 0, 0));

        assertThat(List.of(street.level(), district.level())).containsOnly(RatingLevel.INSUFFICIENT);
        assertThat(List.of(street.rule(), district.rule())).containsExactly("S0", "D0");
        assertThat(street.reasons()).extracting("code").containsExactly("noReportIn7Days");
        assertThat(district.reasons()).extracting("code").containsExactly("noReportIn14Days");
    }

    @Test
    void aWeekIsCalledCalmOnlyOnFourReportedDays() {
        assertThat(policy.rate(new StreetFigures(0, 4, 0)).level()).isEqualTo(RatingLevel.NONE);
        assertThat(policy.rate(new StreetFigures(0, 3, 0)).level()).isEqualTo(RatingLevel.INSUFFICIENT);
        assertThat(policy.rate(new DistrictFigures(0, 0, 1, 0)).level()).isEqualTo(RatingLevel.NONE);
    }

    @Test
    void findsInQuarantineAloneAreAtMostBlue() {
        for (int quarantine : new int[] {1, 50, 51, 100_000}) {
            assertThat(policy.rate(new DistrictFigures(0, quarantine, 14, 39)).level())
                    .isEqualTo(RatingLevel.BLUE);
        }
    }

    @Test
    void findsInQuarantineNeverMoveALevelThatCommunityFindsDecide() {
        for (int community = 1; community <= 60; community++) {
            assertThat(policy.rate(new DistrictFigures(community, 100_000, 14, 2))
                            .level())
                    .isEqualTo(policy.rate(new DistrictFigures(community, 0, 14, 2))
                            .level());
        }
    }

    @Test
    void conversionsAreNotAnInputOfAnyRule() {
        Set<String> inputs = Arrays.stream(DistrictFigures.class.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toSet());

        assertThat(inputs).containsExactlyInAnyOrder("community", "quarantine", "reportedDays", "orangeStreets");
        assertThat(policy.rate(new DistrictFigures(1, 1, 1, 1)).figures()).doesNotContainKey("conversions");
    }

    @Test
    void aLevelThatCanFallSaysWhatLowersIt() {
        for (int addresses : new int[] {20, 100, 300}) {
            assertThat(policy.rate(new StreetFigures(addresses, 7, 0)).loweredBy())
                    .extracting("code")
                    .containsExactly("lowerWhenAddressesBelow", "lowerAfterDays");
        }
        for (int community : new int[] {1, 51}) {
            assertThat(policy.rate(new DistrictFigures(community, 0, 14, 3)).loweredBy())
                    .isNotEmpty();
        }
    }

    @Test
    void whatIsSaidToLowerALevelReallyLowersIt() {
        for (int signals = 0; signals <= 3; signals++) {
            for (int addresses = 1; addresses <= 320; addresses++) {
                Verdict verdict = policy.rate(new StreetFigures(addresses, 7, signals));
                int threshold = Integer.parseInt(
                        verdict.loweredBy().getFirst().arguments().getFirst());

                RatingLevel below = policy.rate(new StreetFigures(threshold - 1, 7, signals))
                        .level();

                if (threshold > 1) {
                    assertThat(verdict.level().graverThan(below))
                            .as("%d places, %d signals, below %d", addresses, signals, threshold)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void moreOfAnythingNeverMeansALowerLevel() {
        for (int addresses = 0; addresses <= 320; addresses++) {
            for (int signals = 0; signals <= 3; signals++) {
                RatingLevel here =
                        policy.rate(new StreetFigures(addresses, 7, signals)).level();
                assertThat(policy.rate(new StreetFigures(addresses + 1, 7, signals))
                                .level()
                                .severity())
                        .isGreaterThanOrEqualTo(here.severity());
                assertThat(policy.rate(new StreetFigures(addresses, 7, signals + 1))
                                .level()
                                .severity())
                        .isGreaterThanOrEqualTo(here.severity());
            }
        }
    }
}
