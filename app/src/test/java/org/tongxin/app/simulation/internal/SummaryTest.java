package org.tongxin.app.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongxin.app.simulation.Aim;
import org.tongxin.app.simulation.Capacities;
import org.tongxin.app.simulation.Costs;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.CourseRule;
import org.tongxin.app.simulation.Harm;
import org.tongxin.app.simulation.Means;
import org.tongxin.app.simulation.MeasureKind;
import org.tongxin.app.simulation.ModeNumbers;
import org.tongxin.app.simulation.Outlook;
import org.tongxin.app.simulation.ScenarioResult;
import org.tongxin.app.simulation.ScenarioResult.CourseResult;
import org.tongxin.core.epidemic.Contacts;
import org.tongxin.core.epidemic.Diseases;
import org.tongxin.core.epidemic.Immunity;
import org.tongxin.core.epidemic.Model;
import org.tongxin.core.epidemic.Response;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.Series;
import org.tongxin.core.epidemic.Simulator;
import org.tongxin.core.search.HarmRate;
import org.tongxin.core.search.Quantity;

/** A growing outbreak of a few hundred people in a fiftieth of Pudong, without measures and with three courses. */
class SummaryTest {

    private static final int DAYS = 28;
    private static final int ENOUGH = 10_000_000;
    private static final Capacities FEW_BEDS = new Capacities(100, 10, ENOUGH, ENOUGH, ENOUGH, ENOUGH, ENOUGH, ENOUGH);
    private static final Course TRACE = Course.READY.get(1);
    private static final Course WEAK =
            new Course("CUSTOM", List.of(new CourseRule(MeasureKind.VENUE_LIMIT, 1, CourseRule.DISTRICT, 27, 1)));

    /** Tests without anything that follows from them: as nothing new, at a price. */
    private static final Course SCREENED =
            new Course("SCREENED", List.of(new CourseRule(MeasureKind.SCREENING, 10, CourseRule.DISTRICT, 1, 28)));

    private static Town town;
    private static List<CourseRuns> runs;
    private static ScenarioResult result;

    @BeforeAll
    static void run() {
        town = Towns.pudong(0.02);
        runs = List.of(course(Course.NOTHING), course(TRACE), course(WEAK), course(SCREENED));
        Job job = new Job(new java.util.UUID(0, 1), 64);
        for (int draw = 0; draw < 4; draw++) {
            Simulator simulator = Simulator.of(model(draw));
            for (CourseRuns each : runs) {
                Response response = new CourseRules(town, List.of()).response(each.course(), FEW_BEDS, DAYS);
                Members.run(simulator.under(response), each, draw, 100 + draw, 4, job);
            }
        }
        result = new Summary(town.scale(), FEW_BEDS).of(runs, true, 1);
        assertThat(job.done()).isEqualTo(64);
    }

    private static CourseRuns course(Course course) {
        return new CourseRuns(course, false, town.places(), DAYS, Costs.ASSUMED.rates());
    }

    private static Model model(int draw) {
        return new Model(
                town.synthesis().population(),
                Diseases.omicron2022(),
                Contacts.of(town.synthesis().rates(), 0.035),
                Immunity.NONE,
                town.arrivals(Map.of()).of(new int[] {4_000, 2_500, 1_500, 900}, draw),
                Response.NOTHING,
                DAYS);
    }

    @Test
    void figuresAreScaledBackToTheDistrict() {
        CourseRuns nothing = runs.getFirst();
        double mean = nothing.members().stream()
                .mapToDouble(member -> member.run().sum(Series.INFECTED))
                .average()
                .orElseThrow();

        CourseResult shown = result.course("NOTHING");
        assertThat(shown.aims().get(Aim.INFECTIONS).mean()).isCloseTo(mean / town.scale(), within(0.6));
        assertThat(shown.curves().get(Outlook.INFECTIONS).median()).hasSize(DAYS + 1);
        assertThat(result.members()).isEqualTo(16);
    }

    @Test
    void bandsNest() {
        for (CourseResult course : result.courses()) {
            course.curves().forEach((what, curve) -> {
                for (int day = 0; day <= DAYS; day++) {
                    assertThat(List.of(
                                    curve.low90().get(day),
                                    curve.low50().get(day),
                                    curve.median().get(day),
                                    curve.high50().get(day),
                                    curve.high90().get(day)))
                            .as(course.code() + " " + what + " on day " + day)
                            .isSorted();
                }
            });
        }
    }

    @Test
    void tracingLowersInfectionsSurely() {
        assertThat(result.courses().getFirst().code()).isEqualTo("TRACE");
        ScenarioResult.Difference fewer =
                result.course("TRACE").againstNothing().get(Aim.INFECTIONS);
        assertThat(fewer.high95()).isNegative();
        assertThat(fewer.low95()).isLessThan(fewer.mean());
    }

    @Test
    void aCourseThatDoesNearlyNothingIsNotToldFromNothingAndRestrictsNobodyComesFirst() {
        ScenarioResult two = new Summary(town.scale(), FEW_BEDS).of(List.of(runs.get(0), runs.get(2)), true, 1);

        assertThat(two.courses()).extracting(CourseResult::code).containsExactly("NOTHING", "CUSTOM");
        assertThat(two.courses()).allMatch(CourseResult::tied);
    }

    @Test
    void bedsRunOutOnTheFirstDayOnWhichMoreAreNeeded() {
        Run run = runs.getFirst().members().getFirst().run();
        int first = 1;
        while (first <= DAYS && run.on(Series.NEEDING_BEDS, first) <= 2) {
            first++;
        }
        assertThat(first).as("100 beds are two beds of the town").isLessThanOrEqualTo(DAYS);
        ScenarioResult.Breach breach = result.course("NOTHING").breaches().get(Means.BEDS);
        assertThat(breach.share()).isEqualTo(1);
        assertThat(first).isBetween(breach.low90() - 3, breach.high90() + 3);
        assertThat(result.course("NOTHING").breaches()).doesNotContainKey(Means.TESTS);
    }

    @Test
    void withoutAnyBedTheyRunOutAsSoonAsOneIsNeeded() {
        Map<Means, ScenarioResult.Breach> breaches = shortages(0, 0, 0);

        assertThat(breaches).containsKeys(Means.BEDS, Means.INTENSIVE_BEDS, Means.ISOLATION_PLACES);
        assertThat(java.util.Objects.requireNonNull(breaches.get(Means.BEDS)).share())
                .isEqualTo(1);
    }

    @Test
    void bedsThatAreAllInUseWhileNobodyLacksOneAreEnough() {
        int beds = most(Series.NEEDING_BEDS);
        int intensive = most(Series.NEEDING_INTENSIVE_CARE);
        int isolated = most(Series.ISOLATED);

        assertThat(shortages(beds, intensive, isolated)).isEmpty();
        assertThat(shortages(beds - 1, intensive, isolated)).containsOnlyKeys(Means.BEDS);
        assertThat(shortages(beds, intensive - 1, isolated)).containsOnlyKeys(Means.INTENSIVE_BEDS);
        assertThat(shortages(beds, intensive, isolated - 1)).containsOnlyKeys(Means.ISOLATION_PLACES);
    }

    /** Of the runs with tracing. @param beds in the town, likewise the others */
    private static Map<Means, ScenarioResult.Breach> shortages(int beds, int intensive, int isolationPlaces) {
        int residents = (int) Math.round(1 / town.scale());
        Capacities there = new Capacities(
                beds * residents,
                intensive * residents,
                isolationPlaces * residents,
                ENOUGH,
                ENOUGH,
                ENOUGH,
                ENOUGH,
                ENOUGH);
        return new Shortages(town.scale(), there).of(runs.get(1));
    }

    private static int most(Series what) {
        return (int) runs.get(1).members().stream()
                .flatMapToDouble(member -> java.util.stream.IntStream.rangeClosed(1, DAYS)
                        .mapToDouble(day -> member.run().on(what, day)))
                .max()
                .orElseThrow();
    }

    @Test
    void theMostBeyondTheBedsIsTakenRunByRunBeforeQuantiles() {
        double[] peaks = runs.getFirst().members().stream()
                .mapToDouble(member -> java.util.stream.IntStream.rangeClosed(0, DAYS)
                        .mapToDouble(day -> Math.max(0, member.run().on(Series.NEEDING_BEDS, day) - 2)
                                + member.run().on(Series.NEEDING_INTENSIVE_CARE, day))
                        .max()
                        .orElseThrow())
                .sorted()
                .toArray();

        ScenarioResult.Spread shown = result.course("NOTHING").aims().get(Aim.BEYOND_BEDS);
        assertThat(shown.mean())
                .isCloseTo(java.util.Arrays.stream(peaks).average().orElseThrow() / town.scale(), within(0.6));
        assertThat(shown.mean()).isPositive();
        assertThat(shown.high90()).isBetween(peaks[14] / town.scale() - 1, peaks[15] / town.scale() + 1);
    }

    @Test
    void costIsWhatTheAssumptionsSay() {
        CourseRuns trace = runs.get(1);
        double mean = trace.members().stream()
                .mapToDouble(member -> 300 * member.run().sum(Series.STAFF)
                        + 20 * member.run().sum(Series.TESTS)
                        + 200
                                * (member.run().sum(Series.ISOLATED)
                                        + member.run().sum(Series.QUARANTINED)
                                        + member.run().sum(Series.LOCKED))
                        + 1500
                                * (member.run().sum(Series.IN_BEDS)
                                        + member.run().sum(Series.IN_INTENSIVE_CARE)))
                .average()
                .orElseThrow();

        assertThat(result.course("TRACE").aims().get(Aim.COST).mean()).isCloseTo(mean / town.scale(), within(1.0));
    }

    @Test
    void aCourseOffTheFrontNamesWhoBeatsIt() {
        assertThat(result.course("SCREENED").beatenBy()).containsExactly("NOTHING");
        assertThat(result.course("SCREENED").knee()).isFalse();
        assertThat(result.course("NOTHING").onFront()).isTrue();
        assertThat(result.course("NOTHING").knee())
                .as("doing nothing is no compromise")
                .isFalse();
        assertThat(result.course("TRACE").onFront()).as("fewest severe cases").isTrue();
    }

    @Test
    void theFirstPlaceIsSureAsStudentSaysOverTheDrawsAndUnsaidWithFewOfThem() {
        // Means of the draws -1, -3, -5: t = 3 * sqrt(3) / 2 = 2.598 with 2 degrees of freedom, upper tail 0.0608.
        assertThat(PairedInterval.below(List.of(-1.0, -3.0, -5.0), List.of(0, 1, 2)))
                .isCloseTo(1 - 0.0608, within(1e-3));
        assertThat(PairedInterval.below(List.of(1.0, 3.0, 5.0), List.of(0, 1, 2)))
                .isCloseTo(0.0608, within(1e-3));
        assertThat(PairedInterval.below(List.of(0.0, 0.0), List.of(0, 1))).isEqualTo(0.5);
        assertThat(result.firstIsBest()).as("four draws").isEmpty();
    }

    @Test
    void theHeadingHoldsTheRatioOfTheMeansWhateverTheScale() {
        CourseResult trace = result.course("TRACE");
        double ratio = trace.aims().get(Aim.INFECTIONS).mean()
                / result.course("NOTHING").aims().get(Aim.INFECTIONS).mean();

        ScenarioResult.Difference shown = trace.ratiosOfMeans().get(Aim.INFECTIONS);
        assertThat(shown.mean()).isCloseTo(ratio, within(1e-3));
        assertThat(shown.low95()).isBetween(0.0, shown.mean());
        assertThat(shown.high95()).isBetween(shown.mean(), 1.0);
        assertThat(trace.ratio())
                .isEqualTo(trace.ratiosOfMeans().get(trace.fewerSevere() ? Aim.SEVERE_AND_DEATHS : Aim.INFECTIONS));
        assertThat(PairedRuns.ratioOfMeans(runs.get(1), runs.getFirst(), Aim.PERSON_DAYS_RESTRICTED))
                .as("nobody is restricted when nothing is done")
                .isEqualTo(new ScenarioResult.Difference(1, 0, Double.POSITIVE_INFINITY));
    }

    @Test
    void headingAndTableAreSureOfTheSame() {
        double scale = result.course("NOTHING").aims().get(Aim.INFECTIONS).mean();
        for (CourseResult course : result.courses()) {
            course.ratiosOfMeans().forEach((aim, ratio) -> {
                ScenarioResult.Difference difference =
                        java.util.Objects.requireNonNull(course.againstNothing().get(aim));
                assertThat(difference.sure())
                        .as(course.code() + " " + aim)
                        .isEqualTo(ratio.low95() > 1 || ratio.high95() < 1);
                assertThat(Math.signum(difference.mean())).isEqualTo(Math.signum(ratio.mean() - 1));
            });
        }
        CourseResult trace = result.course("TRACE");
        assertThat(trace.againstNothing().get(Aim.INFECTIONS).high95())
                .isCloseTo((trace.ratiosOfMeans().get(Aim.INFECTIONS).high95() - 1) * scale, within(1.0));
    }

    @Test
    void harmsAreThoseOfTheAssumedRatesWithinTheirSpan() {
        double held = runs.get(1).members().stream()
                .mapToDouble(member -> member.outcome().of(Quantity.HELD_DAYS))
                .average()
                .orElseThrow();
        assertThat(held).isPositive();
        ScenarioResult.HarmSpread school =
                java.util.Objects.requireNonNull(result.course("TRACE").harms().get(Harm.SCHOOL_DAYS_LOST));
        assertThat(school.mean()).isCloseTo(0.1 * held / town.scale(), within(1.0));
        assertThat(school.least()).isCloseTo(school.mean() / 2, within(1.0));
        assertThat(school.most()).isCloseTo(school.mean() * 2, within(1.0));
        assertThat(school.low90()).isLessThanOrEqualTo(school.high90());
        assertThat(result.course("NOTHING").harms()).containsOnlyKeys(Harm.values());
        assertThat(HarmRate.ASSUMED).hasSameSizeAs(Harm.values());
    }

    @Test
    void aCourseThatDoesTheSameAsAnotherTakesNothingFromItsPlace() {
        List<CourseRuns> alone = List.of(drawn(TRACE, 1), drawn(Course.NOTHING, 0), drawn(WEAK, 2), drawn(SCREENED, 3));
        List<CourseRuns> twins = new java.util.ArrayList<>(alone);
        twins.add(1, drawn(new Course("TWIN", TRACE.rules().reversed(), ModeNumbers.NEUTRAL), 1));

        assertThat(FirstPlace.of(twins)).isNotEmpty().isEqualTo(FirstPlace.of(alone));
        assertThat(FirstPlace.of(twins).get(Aim.INFECTIONS)).isGreaterThan(0.9);
        ScenarioResult one = new Summary(town.scale(), FEW_BEDS).of(alone, true, 1);
        ScenarioResult two = new Summary(town.scale(), FEW_BEDS).of(twins, true, 1);
        assertThat(two.course("TWIN").knee())
                .isEqualTo(two.course("TRACE").knee())
                .isEqualTo(one.course("TRACE").knee());
        assertThat(two.course("TWIN").beatenBy()).isEqualTo(two.course("TRACE").beatenBy());
        assertThat(two.course("SCREENED").beatenBy())
                .isEqualTo(one.course("SCREENED").beatenBy());
    }

    /** The runs of a course, as if each were from a draw of its own. @param like number of the course they are of */
    private static CourseRuns drawn(Course course, int like) {
        CourseRuns drawn = course(course);
        for (CourseRuns.Member member : runs.get(like).members()) {
            drawn.members().add(new CourseRuns.Member(drawn.members().size(), member.run(), member.outcome()));
        }
        return drawn;
    }

    @Test
    void communitiesAddUpToTheDistrict() {
        CommunityTally sums = runs.getFirst().communities();
        assertThat(sums.shown()).containsExactly(1, 3, 5, 7, 10, 14, 21, 28);
        int week = 3;
        int fortnight = 5;
        double in14 = 0;
        for (int community = 0; community < town.communities().size(); community++) {
            CommunityTally.Infections at14 = sums.community(community, fortnight);
            in14 += at14.mean();
            assertThat(sums.community(community, week).probability()).isBetween(0.0, at14.probability());
            assertThat(at14.low90()).isBetween(0.0, at14.high90());
        }
        double mean = runs.getFirst().members().stream()
                .mapToDouble(member -> member.run().sum(Series.INFECTED, 1, 14))
                .average()
                .orElseThrow();
        assertThat(in14).isCloseTo(mean, within(1e-6));
    }

    @Test
    void theBandOfAStreetIsTakenOfItsSumRunByRunAndIsNarrowerThanTheSumOfBands() {
        CommunityTally sums = runs.getFirst().communities();
        int last = sums.shown().size() - 1;
        double inStreets = 0;
        double narrower = 0;
        for (int street = 0; street < town.places().streets(); street++) {
            inStreets += sums.street(street, last).mean();
            narrower -= sums.street(street, last).high90()
                    - sums.street(street, last).low90();
        }
        double inCommunities = 0;
        for (int community = 0; community < town.communities().size(); community++) {
            CommunityTally.Infections one = sums.community(community, last);
            inCommunities += one.mean();
            narrower += one.high90() - one.low90();
        }
        assertThat(inStreets).isCloseTo(inCommunities, within(1e-6));
        assertThat(narrower).isPositive();
        List<PlaceRow> rows = PlaceRow.of(runs.getFirst(), town);
        assertThat(rows)
                .hasSize(town.communities().size() + town.places().streets())
                .allMatch(row -> row.shown().length == row.each(CommunityTally.Infections::mean).length);
    }

    @Test
    void theIntervalIsThatOfStudentOverTheDraws() {
        // Means of the draws: 1, 3, 5; deviation 2; t with 2 degrees of freedom 4.303.
        ScenarioResult.Difference difference =
                PairedInterval.of(List.of(0.0, 2.0, 3.0, 3.0, 4.0, 6.0), List.of(0, 0, 1, 1, 2, 2));

        assertThat(difference.mean()).isEqualTo(3);
        assertThat(difference.high95()).isCloseTo(3 + 4.303 * 2 / Math.sqrt(3), within(0.01));
        assertThat(difference.low95()).isCloseTo(3 - 4.303 * 2 / Math.sqrt(3), within(0.01));
    }
}
