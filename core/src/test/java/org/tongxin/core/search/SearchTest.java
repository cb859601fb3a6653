package org.tongxin.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.tongxin.core.epidemic.Measure;

/** Searches on a small district, from the candidates to the ranking. */
class SearchTest {

    private static final Criterion HARM = Criterion.of(Aim.SEVERE_AND_DEATHS);

    private static Search search(List<Policy> policies, Criterion criterion, SearchSettings settings) {
        return new Search(
                Situations.of(SearchModels.outbreak(1)),
                Candidates.admit(policies),
                criterion,
                CostRates.ASSUMED,
                settings);
    }

    private static SearchSettings small(double indifference) {
        return new SearchSettings(0.95, Indifference.of(indifference), List.of(8, 12), 4, 10, 2000, 16, 2);
    }

    @Test
    void theSameSeedGivesTheSameRankingOnAnyNumberOfThreads() {
        List<Policy> policies = SearchModels.space().draw(4, 30);
        Ranking one = search(policies, HARM, small(5).on(1)).run(9, SearchWatch.NONE);
        Ranking three = search(policies, HARM, small(5).on(3)).run(9, SearchWatch.NONE);
        assertThat(three).isEqualTo(one);
        assertThat(one.assessments()).hasSize(30);
        assertThat(one.assessments()).extracting(Assessment::rank).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatPreventsMostIsChosenWhereNothingElseCounts() {
        List<Policy> policies = List.of(SearchModels.isolating(), SearchModels.closing(), SearchModels.both());
        Ranking ranking = search(policies, HARM, small(1)).run(1, SearchWatch.NONE);
        assertThat(ranking.promise().decided()).isTrue();
        assertThat(ranking.chosen().policy().name()).isIn("isolate and close", "close");
        Assessment nothing = ranking.assessments().getLast();
        assertThat(nothing.policy().isNothing()).isTrue();
        assertThat(nothing.last()).isEqualTo(SearchWatch.Stage.RACE);
        assertThat(nothing.onFront()).as("nobody is restricted less").isTrue();
        assertThat(nothing.of(Aim.RESTRICTED_DAYS).mean()).isZero();
        assertThat(nothing.of(Aim.SEVERE_AND_DEATHS).mean())
                .isGreaterThan(3 * ranking.chosen().of(Aim.SEVERE_AND_DEATHS).mean());
    }

    /** Whoever is infected in the last days of a run becomes no severe case before its end. */
    @Test
    void theLessRestrictiveOfEqualsWins() {
        Policy strict = Policy.of("close to the end", List.of(SearchModels.closure(0.1, 1, 60)));
        Policy milder = Policy.of("close", List.of(SearchModels.closure(0.1, 1, 56)));
        for (long seed = 0; seed < 5; seed++) {
            Ranking ranking = search(List.of(strict, milder), HARM, small(8)).run(seed, SearchWatch.NONE);
            assertThat(ranking.chosen().policy()).isEqualTo(milder);
        }
    }

    @Test
    void theMoreRestrictiveWinsWhereItPreventsMoreThanTheIndifference() {
        Policy strict = Policy.of("close most", List.of(SearchModels.closure(0.1, 1, 56)));
        Policy milder = Policy.of("close some", List.of(SearchModels.closure(0.6, 1, 56)));
        Ranking ranking = search(List.of(strict, milder), HARM, small(8)).run(1, SearchWatch.NONE);
        assertThat(ranking.chosen().policy()).isEqualTo(strict);
        assertThat(ranking.assessments().get(1).policy()).isEqualTo(milder);
        assertThat(ranking.assessments().get(1).of(Aim.RESTRICTED_DAYS).mean())
                .isLessThan(ranking.chosen().of(Aim.RESTRICTED_DAYS).mean());
    }

    @Test
    void doingNothingWinsWhereMeasuresPreventNothing() {
        PlannedRule tooLate = SearchModels.rule("too late", new Measure.MovementLimit(0.1), 59, 60);
        Ranking ranking = search(List.of(Policy.of("too late", List.of(tooLate))), HARM, small(2))
                .run(1, SearchWatch.NONE);
        assertThat(ranking.chosen().policy().isNothing()).isTrue();
        assertThat(ranking.chosen().level()).isEqualTo(1);
    }

    @Test
    void aCeilingMakesExcessCount() {
        List<Policy> policies = List.of(SearchModels.isolating(), SearchModels.closing());
        Criterion dear = HARM.below(Aim.RESTRICTED_DAYS, 0, 1);
        Ranking ranking = search(policies, dear, small(1)).run(1, SearchWatch.NONE);
        assertThat(ranking.chosen().policy().isNothing()).isTrue();
    }

    @Test
    void everyPolicyOfTheFrontIsUnbeatenAndHasItsRuns() {
        Ranking ranking =
                search(SearchModels.space().draw(4, 25), HARM, small(5)).run(2, SearchWatch.NONE);
        List<Assessment> front = ranking.front();
        assertThat(front).isNotEmpty();
        for (Assessment each : front) {
            assertThat(ranking.assessments()).noneMatch(other -> beats(other, each));
        }
        assertThat(ranking.knees()).isNotEmpty().allMatch(Assessment::onFront);
        assertThat(front.stream().filter(each -> each.criterion().runs() >= 16).count())
                .as("all but those that came onto the front by the last runs")
                .isGreaterThan(front.size() * 3L / 4);
    }

    private static boolean beats(Assessment one, Assessment other) {
        boolean better = false;
        for (Aim aim : Aim.values()) {
            if (one.of(aim).mean() > other.of(aim).mean()) {
                return false;
            }
            better |= one.of(aim).mean() < other.of(aim).mean();
        }
        return better;
    }

    @Test
    void runsOfOneNumberShareTheirSituationInAllPolicies() {
        Situations two = new Situations(List.of(SearchModels.outbreak(0.3), SearchModels.outbreak(1)));
        List<Policy> policies = List.of(Policy.nothing(), SearchModels.closing());
        Evaluator evaluator = new Evaluator(two, policies, CostRates.ASSUMED, 2, SearchWatch.NONE);
        Outcome[][] all = evaluator.evaluate(SearchWatch.Stage.RACE, 5, new int[] {0, 1}, 0, 12);
        Outcome[][] later = evaluator.evaluate(SearchWatch.Stage.RACE, 5, new int[] {0}, 3, 9);
        Outcome[] weak = new Evaluator(
                        Situations.of(two.models().get(0)), policies, CostRates.ASSUMED, 1, SearchWatch.NONE)
                .evaluate(SearchWatch.Stage.RACE, 5, new int[] {0}, 0, 12)[0];
        for (int run = 0; run < 12; run++) {
            if (run >= 3) {
                assertSame(later[0][run - 3], all[0][run]);
            }
            if (run % 2 == 0) {
                assertSame(weak[run], all[0][run]);
            }
        }
    }

    private static void assertSame(Outcome one, Outcome other) {
        for (Quantity each : Quantity.values()) {
            assertThat(one.of(each)).isEqualTo(other.of(each));
        }
    }

    @Test
    void severalSituationsAreSearchedTogether() {
        Search search = new Search(
                new Situations(
                        List.of(SearchModels.outbreak(0.5), SearchModels.outbreak(1), SearchModels.outbreak(1.3))),
                Candidates.admit(List.of(SearchModels.isolating(), SearchModels.closing())),
                HARM,
                CostRates.ASSUMED,
                small(2));
        Ranking ranking = search.run(3, SearchWatch.NONE);
        assertThat(ranking.assessments()).allSatisfy(each -> {
            assertThat(each.criterion().runs() % 3).isZero();
            assertThat(each.criterion().worstTenth())
                    .isGreaterThanOrEqualTo(each.criterion().upper90() - 1e-9);
            assertThat(each.criterion().mean())
                    .isBetween(each.criterion().low(), each.criterion().high());
        });
    }

    @Test
    void aSearchTellsHowFarItIsAndCanBeStopped() {
        List<SearchWatch.Stage> stages = new ArrayList<>();
        SearchWatch stopping = new SearchWatch() {
            @Override
            public void at(Stage stage, int candidates, long runs) {
                stages.add(stage);
            }

            @Override
            public boolean isStopped() {
                return stages.contains(Stage.RACE);
            }
        };
        Search search = search(SearchModels.space().draw(4, 10), HARM, small(5));
        assertThatThrownBy(() -> search.run(1, stopping)).isInstanceOf(CancellationException.class);
        assertThat(stages).containsExactly(SearchWatch.Stage.PILOT, SearchWatch.Stage.RACE);
        Set<SearchWatch.Stage> seen = EnumSet.noneOf(SearchWatch.Stage.class);
        search.run(1, new SearchWatch() {
            @Override
            public void at(Stage stage, int candidates, long runs) {
                seen.add(stage);
            }

            @Override
            public boolean isStopped() {
                return false;
            }
        });
        assertThat(seen).contains(SearchWatch.Stage.PILOT, SearchWatch.Stage.RACE, SearchWatch.Stage.FRONT);
    }

    @Test
    void aLaterStartCostsLives() {
        Comparison later = Comparison.later(
                Situations.of(SearchModels.outbreak(1)),
                SearchModels.closing(),
                10,
                CostRates.ASSUMED,
                1,
                60,
                2,
                SearchWatch.NONE);
        Summary more = later.differences().get(Aim.SEVERE_AND_DEATHS);
        assertThat(more).isNotNull();
        assertThat(more.low()).isPositive();
        assertThat(later.second().name()).isEqualTo("close, 10 days later");
    }

    @Test
    void summariesAreThoseOfTheirDefinitions() {
        double[] values = new double[25];
        Arrays.setAll(values, i -> i);
        Summary summary = Summary.of(values);
        assertThat(summary.mean()).isEqualTo(12);
        // Worst tenth: 2.5 runs of 24, 23 and half of 22.
        assertThat(summary.worstTenth()).isCloseTo((24 + 23 + 11) / 2.5, within(1e-9));
        // Student's 0.975 quantile with 24 degrees of freedom: 2.063899; deviation sqrt(1300 / 24).
        assertThat(summary.high() - 12).isCloseTo(2.063899 * Math.sqrt(1300.0 / 24 / 25), within(1e-5));
    }

    @Test
    void harmsAreRatesTimesPersonDays() {
        Ranking ranking =
                search(List.of(SearchModels.closing()), HARM, small(5)).run(1, SearchWatch.NONE);
        Assessment closing = ranking.assessments().stream()
                .filter(each -> !each.policy().isNothing())
                .findFirst()
                .orElseThrow();
        Map<String, Double> harms = closing.harms(HarmRate.ASSUMED);
        assertThat(harms.get("income lost"))
                .isCloseTo(100 * closing.of(Quantity.HELD_DAYS) + 40 * closing.of(Quantity.LIMITED_DAYS), within(1e-6));
        assertThat(closing.of(Quantity.LIMITED_DAYS)).isPositive();
        HarmRate income = HarmRate.ASSUMED.get(3);
        assertThat(income.least(10, 5)).as("assumed: half as large").isCloseTo(600, within(1e-9));
        assertThat(income.most(10, 5)).as("or twice").isCloseTo(2400, within(1e-9));
        HarmRate births = HarmRate.ASSUMED.get(2);
        assertThat(births.most(10, 5))
                .as("counted by the statistics bureau")
                .isEqualTo(births.harm(10, 5))
                .isEqualTo(births.least(10, 5));
    }

    @Test
    void theIndifferenceFollowsWhatDoingNothingLeadsTo() {
        assertThat(Indifference.SUGGESTED.under(2500)).isEqualTo(25);
        assertThat(Indifference.SUGGESTED.under(3)).isEqualTo(1);
        assertThat(Indifference.of(7).under(1e9)).isEqualTo(7);
    }
}
