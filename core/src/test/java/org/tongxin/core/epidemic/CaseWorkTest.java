package org.tongxin.core.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tongxin.core.population.Population;
import org.tongxin.core.random.KeyedRandom;

/** Tests, isolation, tracing, quarantine, hospital, and what happens when there is too little of each. */
class CaseWorkTest {

    private static final Population TOWN = TestModels.homes(1500, 4, 6, 10);
    private static final Measure.Test PERFECT = new Measure.Test(1, 1, 1);
    private static final Rule TESTS = Rule.between("tests", new Measure.SymptomTesting(1, PERFECT), 1, 100);
    private static final Rule ISOLATION = Rule.between("isolation", new Measure.CaseIsolation(1, 10, true), 1, 100);

    private static Rule tracing(double found, int quarantineDays) {
        Map<Layer, Double> everywhere = Map.of(
                Layer.HOUSEHOLD,
                found,
                Layer.SCHOOL,
                found,
                Layer.WORK,
                found,
                Layer.COMMUNITY,
                found,
                Layer.RANDOM,
                found);
        return Rule.between(
                "tracing",
                new Measure.ContactTracing(everywhere, Map.of(), 3, 1, quarantineDays, false, List.of(0), PERFECT),
                1,
                100);
    }

    private static Run run(Capacity capacity, double deathsWithoutBed, Rule... rules) {
        Response response =
                new Response(List.of(rules), capacity, Workload.ASSUMED, RemainingContacts.ASSUMED, deathsWithoutBed);
        return Simulator.of(TestModels.of(TOWN, TestModels.grave(), TestModels.everywhere(), 20, 80)
                        .withResponse(response))
                .run(3);
    }

    private static Capacity capacity(int tests, int traced, int beds, int isolation) {
        int enough = Capacity.ENOUGH;
        return new Capacity(tests, traced, beds, beds / 2, isolation, enough, enough, enough);
    }

    @Test
    void everybodyWithSymptomsIsConfirmedWhenTestsArePerfectAndEnough() {
        Run run = run(Capacity.UNLIMITED, 0, TESTS);
        // Asked on the day of the symptoms, told a day later; the first day of the rule is day 1.
        for (int day = 3; day <= 80; day++) {
            assertThat(run.on(Series.REPORTED, day)).isEqualTo(run.on(Series.ONSETS, day - 1));
        }
    }

    @Test
    void isolationAndTracingEachSaveInfections() {
        double nothing = run(Capacity.UNLIMITED, 0).infections();
        double isolation = run(Capacity.UNLIMITED, 0, TESTS, ISOLATION).infections();
        double both =
                run(Capacity.UNLIMITED, 0, TESTS, ISOLATION, tracing(1, 10)).infections();
        assertThat(isolation).isLessThan(0.8 * nothing);
        assertThat(both).isLessThan(0.5 * isolation);
    }

    @Test
    void noMoreTestsAreMadeThanThereAre() {
        Run run = run(capacity(7, 1000, 1000, 1000), 0, TESTS, tracing(1, 10));
        assertThat(Arrays.stream(run.daily(Series.TESTS)).max().orElseThrow()).isEqualTo(7);
        assertThat(run.peak(Series.TESTS_WAITING)).isPositive();
        assertThat(run.sum(Series.REPORTED))
                .isLessThan(run(Capacity.UNLIMITED, 0, TESTS).sum(Series.REPORTED));
    }

    @Test
    void noMoreCasesAreTracedThanThereAreTracersFor() {
        Run run = run(capacity(10_000, 3, 1000, 1000), 0, TESTS, tracing(1, 10));
        assertThat(run.peak(Series.CASES_TRACED)).isEqualTo(3);
    }

    @Test
    void bedsAreNeverOverfullAndLackingThemCostsLives() {
        Run few = run(capacity(10_000, 1000, 20, 1000), 1);
        Run enough = run(Capacity.UNLIMITED, 1);
        assertThat(few.peak(Series.IN_BEDS)).isEqualTo(20);
        assertThat(few.peak(Series.IN_INTENSIVE_CARE)).isLessThanOrEqualTo(10);
        assertThat(few.sum(Series.WITHOUT_BED)).isPositive();
        assertThat(few.sum(Series.DIED)).isGreaterThan(2 * enough.sum(Series.DIED));
        assertThat(enough.sum(Series.WITHOUT_BED)).isZero();
    }

    /** 2,900 people infected from outside and no contacts, so that beds change nothing but who lies in one. */
    private static Run withoutContacts(Capacity capacity) {
        Response response = new Response(List.of(), capacity, Workload.ASSUMED, RemainingContacts.ASSUMED, 0.1);
        return Simulator.of(TestModels.of(TOWN, TestModels.grave(), TestModels.strangersOnly(0, 1), 2_900, 60)
                        .withResponse(response))
                .run(3);
    }

    @Test
    void theNeedForBedsIsTheSameHoweverManyThereAreAndWhatExceedsThemLacks() {
        Run enough = withoutContacts(Capacity.UNLIMITED);
        Run few = withoutContacts(capacity(0, 0, 200, 0));
        Run none = withoutContacts(capacity(0, 0, 0, 0));

        assertThat(few.daily(Series.NEEDING_BEDS)).isEqualTo(enough.daily(Series.IN_BEDS));
        assertThat(none.daily(Series.NEEDING_BEDS)).isEqualTo(enough.daily(Series.IN_BEDS));
        assertThat(few.daily(Series.NEEDING_INTENSIVE_CARE)).isEqualTo(enough.daily(Series.IN_INTENSIVE_CARE));
        assertThat(enough.peak(Series.BEYOND_BEDS)).isZero();
        for (int day = 0; day <= 60; day++) {
            assertThat(few.on(Series.BEYOND_BEDS, day))
                    .as("day " + day)
                    .isEqualTo(Math.max(0, enough.on(Series.IN_BEDS, day) - 200)
                            + Math.max(0, enough.on(Series.IN_INTENSIVE_CARE, day) - 100));
        }
        assertThat(few.peak(Series.BEYOND_BEDS)).isPositive();
    }

    @Test
    void deathsAreTheStatedShareOfTheInfected() {
        Run run = Simulator.of(TestModels.of(TOWN, TestModels.grave(), TestModels.everywhere(), 20, 160))
                .run(3);
        double share = run.sum(Series.DIED) / run.infections();
        assertThat(share).isCloseTo(0.06, within(4 * Math.sqrt(0.06 * 0.94 / run.infections())));
    }

    @Test
    void whoIsNotIsolatedInAPlaceStaysAtHomeAndInfectsMore() {
        double places =
                run(capacity(10_000, 1000, 1000, 10_000), 0, TESTS, ISOLATION).infections();
        double none = run(capacity(10_000, 1000, 1000, 0), 0, TESTS, ISOLATION).infections();
        assertThat(none).isGreaterThan(places);
    }

    @Test
    void quarantineEndsAfterItsDays() {
        Rule brief = Rule.between(
                "tracing",
                new Measure.ContactTracing(Map.of(Layer.HOUSEHOLD, 1.0), Map.of(), 0, 1, 5, false, List.of(), PERFECT),
                1,
                20);
        Run run = run(Capacity.UNLIMITED, 0, TESTS, brief);
        assertThat(run.peak(Series.QUARANTINED)).isPositive();
        // Found on day 21 at the latest, five days long.
        assertThat(run.on(Series.QUARANTINED, 26)).isZero();
    }

    @Test
    void aNegativeTestThatIsLateEnoughEndsAQuarantine() {
        double whole = quarantinedDays(OptionalInt.empty());
        assertThat(whole).isPositive();
        assertThat(quarantinedDays(OptionalInt.of(3))).isEqualTo(whole * 4 / 10);
        assertThat(quarantinedDays(OptionalInt.of(6))).isEqualTo(whole * 7 / 10);
        assertThat(quarantinedDays(OptionalInt.of(4)))
                .as("the sample of day 3 is too early")
                .isEqualTo(whole * 7 / 10);
    }

    /** Person-days in quarantine of ten days, with samples of its days 3 and 6 and results a day later; nobody infects anybody. */
    private static double quarantinedDays(OptionalInt releaseFromDay) {
        Measure.ContactTracing tracing = new Measure.ContactTracing(
                Map.of(Layer.HOUSEHOLD, 1.0), Map.of(), 0, 1, 10, false, List.of(3, 6), PERFECT, releaseFromDay);
        Model model = TestModels.of(
                TOWN,
                TestModels.grave(),
                Contacts.ofLinks(0, 0, 0, 0),
                10,
                80,
                TESTS,
                Rule.between("tracing", tracing, 1, 60));
        return Simulator.of(model).run(1).sum(Series.QUARANTINED);
    }

    /** A home of four, in which two come in infected one after the other, so that the others may be found twice; nobody infects anybody. */
    private static Model homeOfTwoCases(Rule... rules) {
        return TestModels.of(
                        TestModels.homes(1, 4, 1, 1), TestModels.grave(), Contacts.ofLinks(0, 0, 0, 0), 1, 60, rules)
                .withArrivals(List.of(new Arrival(0, Arrival.ANYWHERE, 1), new Arrival(2, Arrival.ANYWHERE, 1)));
    }

    @Test
    void whoIsFoundAgainWhileTheResultIsAwaitedStays() {
        Measure.Test slow = new Measure.Test(1, 1, 5);
        Measure.ContactTracing tracing = new Measure.ContactTracing(
                Map.of(Layer.HOUSEHOLD, 1.0), Map.of(), 0, 1, 10, false, List.of(0), slow, OptionalInt.of(0));
        Rule tests = Rule.between("tests", new Measure.SymptomTesting(1, slow), 1, 60);
        Simulator simulator = Simulator.of(homeOfTwoCases(tests, ISOLATION, Rule.between("tracing", tracing, 1, 60)));
        int foundTwice = 0;
        for (int seed = 0; seed < 100; seed++) {
            Run run = simulator.run(seed);
            int first = dayOfCase(run, 1);
            int second = dayOfCase(run, 2);
            if (second > first && second < first + 5) {
                foundTwice++;
                assertThat(run.on(Series.QUARANTINED, second + 5)).isEqualTo(2);
                assertThat(run.on(Series.QUARANTINED, second + 6)).isZero();
            }
        }
        assertThat(foundTwice).isGreaterThan(5);
    }

    /** Three places are all that the home can need, also when its people are found again while all three are taken. */
    @Test
    void whoIsFoundAgainKeepsItsPlaceWhenAllAreTaken() {
        Rule tracing = Rule.between(
                "tracing",
                new Measure.ContactTracing(Map.of(Layer.HOUSEHOLD, 1.0), Map.of(), 0, 1, 10, true, List.of(), PERFECT),
                1,
                60);
        Model model = homeOfTwoCases(TESTS, tracing);
        Simulator enough = Simulator.of(model);
        Simulator three = Simulator.of(model.withResponse(new Response(
                List.of(TESTS, tracing),
                new Capacity(1000, 1000, 1000, 1000, 1000, 3, 1000, 1000),
                Workload.ASSUMED,
                RemainingContacts.ASSUMED,
                0)));
        int foundTwice = 0;
        for (int seed = 0; seed < 100; seed++) {
            double days = enough.run(seed).sum(Series.QUARANTINED);
            assertThat(three.run(seed).sum(Series.QUARANTINED)).isEqualTo(days);
            foundTwice += days > 3 * 10 ? 1 : 0;
        }
        assertThat(foundTwice).isGreaterThan(5);
    }

    /** First day on which so many cases are known; -1 when there never are. */
    private static int dayOfCase(Run run, int cases) {
        for (int day = 0; day <= run.days(); day++) {
            if (run.sum(Series.REPORTED, 0, day) >= cases) {
                return day;
            }
        }
        return -1;
    }

    @Test
    void aReleaseNeedsATestLateEnough() {
        assertThatThrownBy(() -> quarantinedDays(OptionalInt.of(7)))
                .hasMessageContaining("No contact is tested on day 7");
        assertThatThrownBy(() -> quarantinedDays(OptionalInt.of(10))).hasMessageContaining("must lie in 0..9");
    }

    @Test
    void compoundsCloseForTheirDaysWithAllTheirPeople() {
        Rule closing = Rule.between(
                "compounds", new Measure.CompoundLockdown(Map.of(Layer.COMMUNITY, 0.0, Layer.RANDOM, 0.0), 6), 1, 10);
        Run run = run(Capacity.UNLIMITED, 0, TESTS, closing);
        assertThat(run.peak(Series.LOCKED)).isPositive();
        for (int day = 0; day <= 80; day++) {
            assertThat(run.on(Series.LOCKED, day) % 100)
                    .as("whole compounds of 100")
                    .isZero();
        }
        assertThat(run.on(Series.LOCKED, 16)).isZero();
        assertThat(run.sum(Series.PARCELS)).isCloseTo(run.sum(Series.LOCKED) * 0.2, within(1e-6));
    }

    @Test
    void screeningFindsPeopleWithoutSymptoms() {
        Rule screening = Rule.between("screening", new Measure.Screening(1, 3, PERFECT), 10, 40);
        Run run = run(Capacity.UNLIMITED, 0, screening, ISOLATION);
        assertThat(run.on(Series.TESTS, 10)).isEqualTo(6000);
        assertThat(run.on(Series.TESTS, 11)).isZero();
        assertThat(run.on(Series.REPORTED, 11)).isEqualTo(infectiousOn(10));
    }

    /** In the morning, in the same run up to that day, in which nobody was looked for: whoever recovers on the day is still found. */
    private static double infectiousOn(int day) {
        Run run = run(Capacity.UNLIMITED, 0);
        return run.on(Series.INFECTIOUS, day) + run.on(Series.REMOVED, day) - run.on(Series.REMOVED, day - 1);
    }

    @Test
    void falseResultsAreAsManyAsTheSpecificitySays() {
        Rule screening = Rule.between("screening", new Measure.Screening(1, 1, new Measure.Test(0, 0.95, 0)), 1, 60);
        Population big = TestModels.homes(15_000, 4, 6, 10);
        Model model = TestModels.of(big, TestModels.grave(), Contacts.ofLinks(0, 0, 0, 0), 1, 2, screening, ISOLATION);
        double isolated = Simulator.of(model).run(1).on(Series.ISOLATED, 1);
        assertThat(isolated).isCloseTo(3000, within(4 * Math.sqrt(3000 * 0.95)));
    }

    @Test
    void vaccinationProtectsItsShare() {
        Immunity all = new Immunity(TestModels.share(1), new Measure.Protection(1, 0));
        Model model = TestModels.of(TOWN, TestModels.grave(), TestModels.everywhere(), 20, 60);
        Model immune = new Model(TOWN, model.disease(), model.contacts(), all, model.arrivals(), Response.NOTHING, 60);
        assertThat(Simulator.of(immune).run(1).infections()).isEqualTo(20);
        Rule doses =
                Rule.between("doses", new Measure.Vaccination(0.05, 0.8, 0, new Measure.Protection(0.9, 0.9)), 1, 60);
        Simulator with = Simulator.of(model.withResponse(Response.NOTHING.withRules(List.of(doses))));
        Simulator without = Simulator.of(model);
        double infectedWith = 0;
        double infectedWithout = 0;
        double severeWith = 0;
        double severeWithout = 0;
        for (int seed = 0; seed < 10; seed++) {
            infectedWith += with.run(seed).infections();
            infectedWithout += without.run(seed).infections();
            severeWith += with.run(seed).sum(Series.SEVERE);
            severeWithout += without.run(seed).sum(Series.SEVERE);
        }
        assertThat(infectedWith).isLessThan(0.7 * infectedWithout);
        assertThat(severeWith / infectedWith).isLessThan(0.8 * severeWithout / infectedWithout);
    }

    @Test
    void dosesGoOnProtectingWhenNoMoreAreGiven() {
        Model model = TestModels.of(TOWN, TestModels.grave(), TestModels.everywhere(), 20, 60);
        Measure.Vaccination dose = new Measure.Vaccination(0.5, 1, 0, new Measure.Protection(1, 1));
        Rule twoDays = Rule.between("doses", dose, 1, 3);
        Run run = Simulator.of(model.withResponse(Response.NOTHING.withRules(List.of(twoDays))))
                .run(1);
        // Everybody has had a dose before the first arrival infects anybody.
        assertThat(run.infections()).isEqualTo(20);
        assertThat(Simulator.of(model).run(1).infections()).isGreaterThan(200);
    }

    @Test
    void eachDoseProtectsFromItsDayOn() {
        Model model = TestModels.of(TOWN, TestModels.grave(), TestModels.everywhere(), 20, 60);
        Measure.Protection none = Measure.Protection.NONE;
        Measure.Protection whole = new Measure.Protection(1, 1);
        // Everybody has the first dose on the first day; the second protects before, or after, the first arrival
        // infects anybody.
        assertThat(infections(model, new Measure.Dose(0, none), new Measure.Dose(1, whole)))
                .isEqualTo(20);
        assertThat(infections(model, new Measure.Dose(0, none), new Measure.Dose(30, whole)))
                .isGreaterThan(200);
        assertThat(infections(model, new Measure.Dose(0, whole), new Measure.Dose(1, none)))
                .isGreaterThan(200);
    }

    @Test
    void aDoseProtectsFromTheMorningAfterIt() {
        Measure.Dose first = new Measure.Dose(0, Measure.Protection.NONE);
        Measure.Dose second = new Measure.Dose(14, new Measure.Protection(1, 1));
        // Everybody has the first on day 5, of which the second protects 14 days after the morning of day 6.
        double[][] remaining =
                remaining(1, Rule.between("doses", new Measure.Vaccination(1, 1, 0, List.of(first, second)), 5, 40));
        for (int day = 0; day <= 60; day++) {
            assertThat(remaining[day][0]).as("day " + day).isEqualTo(day < 20 ? 1 : 0);
        }
    }

    /** Two rules at once; the first reaches, later on, the numbers of people whom the second has served. */
    @Test
    void whoHadADoseFromOneRuleNeverSeemsToHaveItFromAnother() {
        List<Measure.Dose> doses = List.of(
                new Measure.Dose(4, new Measure.Protection(0.3, 0.3)),
                new Measure.Dose(20, new Measure.Protection(0.6, 0.6)));
        Measure.Vaccination vaccination = new Measure.Vaccination(0.01, 0.9, 0, doses);
        double[][] remaining =
                remaining(300, Rule.between("one", vaccination, 0, 59), Rule.between("two", vaccination, 0, 59));
        for (int day = 1; day <= 60; day++) {
            for (int person = 0; person < 300; person++) {
                assertThat(remaining[day][person]).isLessThanOrEqualTo(remaining[day - 1][person]);
            }
        }
        assertThat(Arrays.stream(remaining[60]).average().orElseThrow()).isLessThan(0.6);
    }

    /** By day and person, what is left of infections. */
    private static double[][] remaining(int people, Rule... rules) {
        Model model = TestModels.of(TOWN, TestModels.grave(), TestModels.everywhere(), 20, 60, rules);
        List<RuleState> states = RuleBook.states(model, Encounters.streets(TOWN.places()), 61);
        Vaccinations vaccinations = new Vaccinations(Immunity.NONE, states);
        Tally tally = new Tally(61, TOWN.places().communities());
        double[][] remaining = new double[61][people];
        for (int day = 0; day <= 60; day++) {
            for (RuleState each : states) {
                each.decide(day, tally);
            }
            for (int person = 0; person < people; person++) {
                remaining[day][person] = vaccinations.infectionShare(KeyedRandom.mix(person), 0, 3, day);
            }
        }
        return remaining;
    }

    private static int infections(Model model, Measure.Dose... doses) {
        Rule rule = Rule.between("doses", new Measure.Vaccination(1, 1, 0, List.of(doses)), 0, 60);
        return Simulator.of(model.withResponse(Response.NOTHING.withRules(List.of(rule))))
                .run(1)
                .infections();
    }

    @Test
    void dosesMustFollowOneAnother() {
        Measure.Dose dose = new Measure.Dose(3, Measure.Protection.NONE);
        assertThatThrownBy(() -> new Measure.Vaccination(0.1, 1, 0, List.of(dose, dose)))
                .hasMessageContaining("one protects after 3 days and the next after 3");
        assertThatThrownBy(() -> new Measure.Vaccination(0.1, 1, 0, List.of()))
                .hasMessageContaining("one dose at least");
        Measure.Vaccination late =
                new Measure.Vaccination(0.1, 1, 0, List.of(new Measure.Dose(10, Measure.Protection.NONE)));
        assertThatThrownBy(() -> Rule.between("late", late, 1, 10))
                .hasMessageContaining("protects after 10 days, but the rule ends after 10");
    }

    @Test
    void measuresHoldOnlyAsFarAsTheStaffReach() {
        Rule checkpoints = Rule.between("checkpoints", new Measure.MovementLimit(0), 1, 100);
        Capacity noStaff = new Capacity(
                Capacity.ENOUGH,
                Capacity.ENOUGH,
                Capacity.ENOUGH,
                Capacity.ENOUGH,
                Capacity.ENOUGH,
                Capacity.ENOUGH,
                0,
                0);
        double held = run(Capacity.UNLIMITED, 0, checkpoints).on(Series.EVER_INFECTED, 25);
        double notHeld = run(noStaff, 0, checkpoints).on(Series.EVER_INFECTED, 25);
        double nothing = run(Capacity.UNLIMITED, 0).on(Series.EVER_INFECTED, 25);
        assertThat(held).isLessThan(0.8 * nothing);
        // Only the first day is staffed: nobody knew yet that nobody would come.
        assertThat(notHeld).isCloseTo(nothing, within(0.05 * nothing));
    }

    @Test
    void checkedWaysRestrictEverybodyButAmongNeighbours() {
        Rule half = Rule.between("checkpoints", new Measure.MovementLimit(0.5), 1, 10);
        Rule classes = Rule.between("classes", new Measure.ContactLimit(Map.of(Layer.SCHOOL, 0.0)), 6, 10);
        double[] limited = run(Capacity.UNLIMITED, 0, half, classes).daily(Series.LIMITED);
        // Of the four layers outside the home half of three is taken, later all of one and half of two.
        assertThat(limited[0]).isZero();
        assertThat(limited[5]).isCloseTo(6_000 * 0.375, within(1e-6));
        assertThat(limited[6]).isCloseTo(6_000 * 0.5, within(1e-6));
        assertThat(limited[11]).isZero();
    }

    @Test
    void masksPreventInfectionsAndRestrictNobody() {
        Rule masks = Rule.between("masks", new Measure.Masks(0.8, 0.6), 1, 100);
        Run worn = run(Capacity.UNLIMITED, 0, masks);
        assertThat(worn.on(Series.EVER_INFECTED, 25))
                .isLessThan(0.8 * run(Capacity.UNLIMITED, 0).on(Series.EVER_INFECTED, 25));
        assertThat(worn.sum(Series.LIMITED)).isZero();
        Rule classes = Rule.between("classes", new Measure.ContactLimit(Map.of(Layer.SCHOOL, 0.0)), 6, 10);
        assertThat(run(Capacity.UNLIMITED, 0, masks, classes).daily(Series.LIMITED))
                .containsExactly(run(Capacity.UNLIMITED, 0, classes).daily(Series.LIMITED));
    }

    @Test
    void localRulesStartWhereTheCasesAre() {
        Rule closure = new Rule(
                "closure",
                new Measure.ContactLimit(Map.of(Layer.SCHOOL, 0.0)),
                new Scope.EachCommunity(),
                new Trigger.CasesReach(5, 7),
                new Trigger.CasesFallTo(0, 7),
                20);
        Run run = run(Capacity.UNLIMITED, 0, TESTS, closure);
        double[] limited = run.daily(Series.LIMITED);
        // A quarter of the layers outside the home is taken from the 1,000 people of a community.
        assertThat(Arrays.stream(limited).map(each -> each % 250).max().orElseThrow())
                .isCloseTo(0, within(1e-6));
        assertThat(limited[0]).isZero();
        assertThat(run.peak(Series.LIMITED)).isBetween(250.0, 1500.0);
    }

    @Test
    void infectionsBeforeTheStartAreKeptAndInfectFromTheStartOn() {
        List<Arrival> past = List.of(new Arrival(-6, 2, 30), new Arrival(-2, 3, 20), new Arrival(0, 1, 10));
        Model model = TestModels.of(TOWN, TestModels.grave(), TestModels.everywhere(), 1, 30)
                .withArrivals(past);
        Run run = Simulator.of(model).run(1);
        assertThat(run.on(Series.EVER_INFECTED, 0)).isEqualTo(60);
        assertThat(run.on(Series.INFECTED, 0)).isEqualTo(10);
        assertThat(run.on(Series.INFECTIOUS, 0)).isPositive();
        assertThat(run.on(Series.INFECTED, 1)).isPositive();
    }
}
