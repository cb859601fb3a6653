package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tongxin.app.simulation.Aim;
import org.tongxin.app.simulation.Capacities;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.Means;
import org.tongxin.app.simulation.Outlook;
import org.tongxin.app.simulation.ScenarioResult;
import org.tongxin.app.simulation.ScenarioResult.Breach;
import org.tongxin.app.simulation.ScenarioResult.CourseResult;
import org.tongxin.app.simulation.ScenarioResult.Curve;
import org.tongxin.app.simulation.ScenarioResult.Difference;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.Series;
import org.tongxin.core.search.ParetoFront;

/**
 * Adds runs up to what the pages show, in the district's numbers.
 *
 * <p>Ranking: by severe cases and deaths; where their paired ratio is not sure, or within a twentieth of 1, by infections
 * likewise; where these do not tell either, the course that restricts less comes first. Beside it stands which
 * courses no other beats in all aims. Intervals of differences treat the draws of the situation as the sample, since runs from
 * one draw resemble each other.
 */
final class Summary {

    /** Ratios nearer to 1 do not matter: a rule of the house. */
    private static final double MATTERS = 0.05;

    private final double scale;
    private final Capacities capacities;

    Summary(double scale, Capacities capacities) {
        this.scale = scale;
        this.capacities = capacities;
    }

    ScenarioResult of(List<CourseRuns> all, boolean complete, double seconds) {
        List<CourseRuns> courses = all.stream().filter(each -> !each.later()).toList();
        CourseRuns nothing = courses.stream()
                .filter(each -> each.course().code().equals(Course.NOTHING.code()))
                .findFirst()
                .orElseThrow();
        List<CourseRuns> order = ranked(courses);
        ParetoFront front = front(order);
        List<CourseResult> results = new ArrayList<>();
        for (CourseRuns runs : order) {
            boolean tied = !beats(order.getFirst(), runs);
            results.add(result(runs, results.size() + 1, tied, front.contains(results.size()), nothing, all));
        }
        return new ScenarioResult(nothing.members().size(), complete, results, seconds);
    }

    private CourseResult result(
            CourseRuns runs, int rank, boolean tied, boolean front, CourseRuns nothing, List<CourseRuns> all) {
        Map<Aim, Difference> twoDaysLater = all.stream()
                .filter(each -> each.later()
                        && each.course().code().equals(runs.course().code()))
                .findFirst()
                .map(later -> differences(later, runs))
                .orElse(Map.of());
        return new CourseResult(
                runs.course().code(),
                rank,
                tied,
                front,
                curves(runs),
                aims(runs),
                runs == nothing ? Map.of() : differences(runs, nothing),
                runs == nothing ? Map.of() : ratios(runs, nothing),
                breaches(runs),
                twoDaysLater);
    }

    /** Fewest that surely do better first; among equals, who restricts less. */
    private static List<CourseRuns> ranked(List<CourseRuns> courses) {
        return courses.stream()
                .sorted(Comparator.comparingLong((CourseRuns each) -> courses.stream()
                                .filter(other -> beats(other, each))
                                .count())
                        .thenComparingDouble(each -> mean(each, Aim.PERSON_DAYS_RESTRICTED))
                        .thenComparing(each -> each.course().code()))
                .toList();
    }

    /** By severe cases and deaths; where these do not tell two courses apart, by infections. */
    private static boolean beats(CourseRuns one, CourseRuns other) {
        int severe = order(one, other, Aim.SEVERE_AND_DEATHS);
        return severe != 0 ? severe < 0 : order(one, other, Aim.INFECTIONS) < 0;
    }

    /** Below 0 when the first surely has less of it, by enough to matter; 0 when that is not known. */
    private static int order(CourseRuns one, CourseRuns other, Aim aim) {
        Difference ratio = ratio(one, other, aim);
        boolean sure = ratio.low95() > 1 || ratio.high95() < 1;
        boolean matters = Math.abs(ratio.mean() - 1) >= MATTERS;
        return sure && matters ? (ratio.mean() < 1 ? -1 : 1) : 0;
    }

    /** Geometric mean of the ratio run by run, one added to both, and its interval: large outbreaks do not drown the others. */
    private static Difference ratio(CourseRuns one, CourseRuns other, Aim aim) {
        ToDoubleFunction<CourseRuns.Member> value = value(aim);
        List<Double> logs = new ArrayList<>();
        List<Integer> draws = new ArrayList<>();
        for (int i = 0; i < one.members().size(); i++) {
            CourseRuns.Member member = one.members().get(i);
            logs.add(Math.log1p(value.applyAsDouble(member))
                    - Math.log1p(value.applyAsDouble(other.members().get(i))));
            draws.add(member.draw());
        }
        Difference log = PairedInterval.of(logs, draws);
        return new Difference(Math.exp(log.mean()), Math.exp(log.low95()), Math.exp(log.high95()));
    }

    private static ParetoFront front(List<CourseRuns> courses) {
        return ParetoFront.of(courses.stream()
                .map(each -> Arrays.stream(Aim.values())
                        .mapToDouble(aim -> mean(each, aim))
                        .toArray())
                .toArray(double[][]::new));
    }

    private Map<Outlook, Curve> curves(CourseRuns runs) {
        Map<Outlook, Curve> curves = new EnumMap<>(Outlook.class);
        for (Outlook what : Outlook.values()) {
            curves.put(what, curve(runs, series(what)));
        }
        return curves;
    }

    private Curve curve(CourseRuns runs, Series what) {
        int days = runs.members().getFirst().run().days();
        double[][] byDay = IntStream.rangeClosed(0, days)
                .mapToObj(day -> runs.members().stream()
                        .mapToDouble(member -> member.run().on(what, day))
                        .toArray())
                .toArray(double[][]::new);
        return new Curve(
                quantiles(byDay, 0.05),
                quantiles(byDay, 0.25),
                quantiles(byDay, 0.5),
                quantiles(byDay, 0.75),
                quantiles(byDay, 0.95));
    }

    private List<Double> quantiles(double[][] byDay, double probability) {
        return Arrays.stream(byDay)
                .map(values -> round(Ensemble.quantile(values, probability) / scale))
                .toList();
    }

    private static Series series(Outlook what) {
        return switch (what) {
            case INFECTIONS -> Series.INFECTED;
            case REPORTS -> Series.REPORTED;
            case BEDS -> Series.IN_BEDS;
            case INTENSIVE_CARE -> Series.IN_INTENSIVE_CARE;
            case TESTS -> Series.TESTS;
            case ISOLATED -> Series.ISOLATED;
            case QUARANTINED -> Series.QUARANTINED;
            case STAFF -> Series.STAFF;
            case VOLUNTEERS -> Series.VOLUNTEERS;
            case PARCELS -> Series.PARCELS;
            case MASKS -> Series.MASKS;
            case DEATHS -> Series.DIED;
        };
    }

    private Map<Aim, ScenarioResult.Spread> aims(CourseRuns runs) {
        Map<Aim, ScenarioResult.Spread> aims = new EnumMap<>(Aim.class);
        for (Aim aim : Aim.values()) {
            double[] values = values(runs, aim).map(value -> value / by(aim)).toArray();
            aims.put(
                    aim,
                    new ScenarioResult.Spread(
                            round(Arrays.stream(values).average().orElseThrow()),
                            round(Ensemble.quantile(values, 0.05)),
                            round(Ensemble.quantile(values, 0.95))));
        }
        return aims;
    }

    private static double mean(CourseRuns runs, Aim aim) {
        return values(runs, aim).average().orElseThrow();
    }

    private static DoubleStream values(CourseRuns runs, Aim aim) {
        return runs.members().stream().mapToDouble(value(aim));
    }

    /** In synthetic people. */
    private static ToDoubleFunction<CourseRuns.Member> value(Aim aim) {
        return member -> {
            Run run = member.run();
            return switch (aim) {
                case SEVERE_AND_DEATHS -> run.sum(Series.SEVERE) + run.sum(Series.DIED);
                case INFECTIONS -> run.sum(Series.INFECTED);
                case WITHOUT_BED -> run.sum(Series.WITHOUT_BED);
                case PERSON_DAYS_RESTRICTED ->
                    run.sum(Series.ISOLATED)
                            + run.sum(Series.QUARANTINED)
                            + run.sum(Series.LOCKED)
                            + run.sum(Series.LIMITED);
                case STAFF_DAYS -> run.sum(Series.STAFF);
                case VOLUNTEER_DAYS -> run.sum(Series.VOLUNTEERS);
                case TESTS -> run.sum(Series.TESTS);
                case UNEQUAL_BURDEN -> member.unequal();
            };
        };
    }

    private double by(Aim aim) {
        return aim == Aim.UNEQUAL_BURDEN ? 1 : scale;
    }

    private Map<Aim, Difference> differences(CourseRuns one, CourseRuns other) {
        Map<Aim, Difference> differences = new EnumMap<>(Aim.class);
        for (Aim aim : Aim.values()) {
            differences.put(aim, difference(one, other, aim));
        }
        return differences;
    }

    private static Map<Aim, Difference> ratios(CourseRuns one, CourseRuns other) {
        return Map.of(
                Aim.SEVERE_AND_DEATHS, ratio(one, other, Aim.SEVERE_AND_DEATHS),
                Aim.INFECTIONS, ratio(one, other, Aim.INFECTIONS));
    }

    private Difference difference(CourseRuns one, CourseRuns other, Aim aim) {
        ToDoubleFunction<CourseRuns.Member> value = value(aim);
        List<Double> values = new ArrayList<>();
        List<Integer> draws = new ArrayList<>();
        for (int i = 0; i < one.members().size(); i++) {
            CourseRuns.Member member = one.members().get(i);
            values.add((value.applyAsDouble(member)
                            - value.applyAsDouble(other.members().get(i)))
                    / by(aim));
            draws.add(member.draw());
        }
        Difference exact = PairedInterval.of(values, draws);
        return new Difference(round(exact.mean()), round(exact.low95()), round(exact.high95()));
    }

    private Map<Means, Breach> breaches(CourseRuns runs) {
        Map<Means, Breach> breaches = new EnumMap<>(Means.class);
        for (Means means : Means.values()) {
            List<Integer> days = runs.members().stream()
                    .map(member -> firstDay(member.run(), means))
                    .filter(day -> day >= 0)
                    .sorted()
                    .toList();
            if (!days.isEmpty()) {
                double[] each = days.stream().mapToDouble(day -> day).toArray();
                breaches.put(
                        means,
                        new Breach(
                                (double) days.size() / runs.members().size(),
                                (int) Math.round(Ensemble.quantile(each, 0.05)),
                                (int) Math.round(Ensemble.quantile(each, 0.5)),
                                (int) Math.round(Ensemble.quantile(each, 0.95))));
            }
        }
        return breaches;
    }

    /** First day on which something asked for is not there; -1 for never. */
    private int firstDay(Run run, Means means) {
        return switch (means) {
            case BEDS -> full(run, Series.IN_BEDS, capacities.beds());
            case INTENSIVE_BEDS -> full(run, Series.IN_INTENSIVE_CARE, capacities.intensiveBeds());
            case ISOLATION_PLACES -> full(run, Series.ISOLATED, capacities.isolationPlaces());
            case QUARANTINE_PLACES -> full(run, Series.QUARANTINED, capacities.quarantinePlaces());
            case TESTS -> above(run, Series.TESTS_WAITING, 0);
            case STAFF -> above(run, Series.STAFF, capacities.staff() * scale);
            case VOLUNTEERS -> above(run, Series.VOLUNTEERS, capacities.volunteers() * scale);
        };
    }

    private int full(Run run, Series what, int there) {
        return firstDay(run, what, Math.max(1, Math.round(there * scale)) - 0.5);
    }

    private static int above(Run run, Series what, double limit) {
        return firstDay(run, what, limit + 1e-9);
    }

    private static int firstDay(Run run, Series what, double from) {
        for (int day = 1; day <= run.days(); day++) {
            if (run.on(what, day) >= from) {
                return day;
            }
        }
        return -1;
    }

    private static double round(double value) {
        if (Double.isInfinite(value)) {
            return value;
        }
        return Math.abs(value) < 100 ? Math.round(value * 100) / 100.0 : Math.round(value);
    }
}
