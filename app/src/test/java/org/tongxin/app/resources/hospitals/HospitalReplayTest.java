package org.tongxin.app.resources.hospitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongxin.app.resources.hospitals.HospitalRecord.City;
import org.tongxin.app.resources.hospitals.HospitalRecord.Depot;
import org.tongxin.app.resources.hospitals.HospitalRecord.Hospital;
import org.tongxin.app.resources.hospitals.HospitalRecord.Item;
import org.tongxin.app.resources.hospitals.HospitalRecord.Request;
import org.tongxin.app.resources.hospitals.HospitalReplay.Policy;
import org.tongxin.app.resources.hospitals.ReplayResult.Sent;
import org.tongxin.app.resources.hospitals.ReplayResult.Served;

class HospitalReplayTest {

    private static final HospitalRecord RECORD = HospitalRecord.read();
    private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

    /** Two clinics in one town ask for masks on the first day, a third on the second. */
    private static HospitalRecord town(long opening, long perDay) {
        return new HospitalRecord(
                List.of(
                        new Hospital(1, "柳荫诊所", "town"),
                        new Hospital(2, "梅溪诊所", "town"),
                        new Hospital(3, "三号诊所", "town")),
                List.of(
                        new Request(1, 1, "口罩", 100, true, DAY),
                        new Request(2, 2, "口罩", 100, false, DAY),
                        new Request(3, 3, "口罩", 100, false, DAY.plusDays(1))),
                Map.of("town", new City("镇", "Town", 30, 114), "city", new City("市", "City", 30, 115)),
                List.of(new Item("口罩", "Masks", "只", "pcs", 100, false, opening, perDay)),
                List.of(new Depot("city", 50), new Depot("town", 50)));
    }

    /** {@code request got half all}, by request. */
    private static List<String> told(ReplayResult result) {
        return result.served().stream()
                .map(each ->
                        each.request().number() + ": " + each.got() + " " + each.daysToHalf() + " " + each.daysToAll())
                .toList();
    }

    @Test
    void theRegisterHasWhatItsSheetSays() {
        assertThat(RECORD.hospitals()).hasSize(137);
        assertThat(RECORD.requests()).hasSize(1_204);
        assertThat(RECORD.requests().stream().filter(each -> !each.stated())).hasSize(1_102);
        assertThat(RECORD.items()).hasSize(23);
        assertThat(RECORD.cities()).hasSize(12);
        assertThat(RECORD.requests().stream().map(Request::hospital).distinct()).hasSize(129);
    }

    @Test
    void requestsAreInTheOrderInWhichTheyAppeared() {
        assertThat(RECORD.requests()).extracting(Request::seen).isSorted();
        assertThat(RECORD.requests().getFirst().seen()).isEqualTo(DAY);
        assertThat(RECORD.requests().getLast().seen()).isEqualTo(LocalDate.of(2020, 2, 14));
    }

    @Test
    void whoeverComesFirstGetsAllWhileTheFairPlanHalvesIt() {
        assertThat(told(HospitalReplay.run(town(100, 0), Policy.FIRST_COME)))
                .containsExactly("1: 100 0 0", "2: 0 -1 -1", "3: 0 -1 -1");
        assertThat(told(HospitalReplay.run(town(100, 0), Policy.TIERS)))
                .containsExactly("1: 50 0 -1", "2: 50 0 -1", "3: 0 -1 -1");
    }

    @Test
    void waitingIsCountedFromTheDayOfAppearance() {
        assertThat(told(HospitalReplay.run(town(100, 60), Policy.FIRST_COME)))
                .as("100, then 60 a day: the second is full on day 2, the third on day 4")
                .containsExactly("1: 100 0 0", "2: 100 1 2", "3: 100 2 3");
        ReplayResult.Wait all =
                HospitalReplay.run(town(100, 60), Policy.FIRST_COME).all();
        assertThat(all).isEqualTo(new ReplayResult.Wait(2, 3, 0));
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void nothingIsGivenOutBeyondWhatHasArrivedOrBeforeItWasAskedFor(Policy policy) {
        ReplayResult result = HospitalReplay.run(RECORD, policy);
        Map<String, Long> given = new HashMap<>();
        Map<Integer, Long> got = new HashMap<>();
        for (Sent sent : result.sent()) {
            assertThat(sent.day()).isAfterOrEqualTo(sent.request().seen());
            assertThat(sent.units()).isPositive();
            String shelf = sent.request().item() + "/" + sent.depot();
            assertThat(given.merge(shelf, sent.units(), Long::sum)).isLessThanOrEqualTo(arrived(sent));
            got.merge(sent.request().number(), sent.units(), Long::sum);
        }
        assertThat(result.served()).hasSize(1_204).allSatisfy(each -> {
            assertThat(each.got()).isEqualTo(got.getOrDefault(each.request().number(), 0L));
            assertThat(each.got()).isLessThanOrEqualTo(each.request().amount());
        });
        assertThat(result.given())
                .isEqualTo(got.values().stream().mapToLong(each -> each).sum());
        assertThat(HospitalReplay.run(RECORD, policy)).isEqualTo(result);
    }

    /** What has come to a depot of an item by a day, counted anew. */
    private static long arrived(Sent sent) {
        Item item = RECORD.items().stream()
                .filter(each -> each.name().equals(sent.request().item()))
                .findFirst()
                .orElseThrow();
        long days = sent.day().toEpochDay() - DAY.toEpochDay();
        return part(item.opening(), sent.depot()) + days * part(item.perDay(), sent.depot());
    }

    private static long part(long units, int depot) {
        long own = units * RECORD.depots().get(depot).hundredths() / 100;
        long all = RECORD.depots().stream()
                .mapToLong(each -> units * each.hundredths() / 100)
                .sum();
        return depot == 0 ? own + units - all : own;
    }

    @Test
    void firstComeNeverPassesOverAnEarlierRequest() {
        Map<String, Boolean> waiting = new HashMap<>();
        for (Served each : HospitalReplay.run(RECORD, Policy.FIRST_COME).served()) {
            String item = each.request().item();
            if (each.got() > 0) {
                assertThat(waiting.getOrDefault(item, false)).as("%s", each).isFalse();
            }
            waiting.merge(item, each.daysToAll() < 0, Boolean::logicalOr);
        }
    }

    @Test
    void theFairPlanGivesOutAsMuchAndLeavesNobodyBehindWhomTheOtherServes() {
        ReplayResult fair = HospitalReplay.run(RECORD, Policy.TIERS);
        ReplayResult firstCome = HospitalReplay.run(RECORD, Policy.FIRST_COME);
        assertThat(fair.asked()).isEqualTo(firstCome.asked());
        assertThat(fair.given()).isEqualTo(firstCome.given());
        assertThat(fair.fairness().minimum()).isGreaterThan(firstCome.fairness().minimum());
        assertThat(fair.half().open()).isLessThan(firstCome.half().open());
        assertThat(fair.hospitals()).extracting(ReplayResult.Coverage::coverage).isSorted();
    }

    @Test
    void depotsThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() ->
                        new HospitalRecord(List.of(), List.of(), Map.of(), List.of(), List.of(new Depot("city", 60))))
                .hasMessageContaining("60 hundredths");
    }
}
