package org.tongxin.app.simulation.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongxin.app.simulation.Capacities;
import org.tongxin.app.simulation.Means;
import org.tongxin.app.simulation.ScenarioResult.Breach;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.Series;

/** When a course runs out of something. */
final class Shortages {

    /** Sums of shares of people on duty may be wrong by so little. */
    private static final double ROUNDING = 1e-9;

    private final double scale;
    private final Capacities capacities;

    /** @param capacities in the district's numbers, as the course has them */
    Shortages(double scale, Capacities capacities) {
        this.scale = scale;
        this.capacities = capacities;
    }

    Map<Means, Breach> of(CourseRuns runs) {
        Map<Means, Breach> breaches = new EnumMap<>(Means.class);
        for (Means means : Means.values()) {
            List<Integer> days = runs.members().stream()
                    .map(member -> firstDay(member.run(), means))
                    .filter(day -> day >= 0)
                    .toList();
            if (!days.isEmpty()) {
                breaches.put(means, breach(days, runs.members().size()));
            }
        }
        return breaches;
    }

    private static Breach breach(List<Integer> days, int runs) {
        double[] each = days.stream().mapToDouble(day -> day).toArray();
        return new Breach(
                (double) days.size() / runs,
                (int) Math.round(Ensemble.quantile(each, 0.05)),
                (int) Math.round(Ensemble.quantile(each, 0.5)),
                (int) Math.round(Ensemble.quantile(each, 0.95)));
    }

    /** First day on which more is asked for than there is; -1 for never. All of it in use is enough. */
    private int firstDay(Run run, Means means) {
        return switch (means) {
            case BEDS -> above(run, Series.NEEDING_BEDS, inTown(capacities.beds()));
            case INTENSIVE_BEDS -> above(run, Series.NEEDING_INTENSIVE_CARE, inTown(capacities.intensiveBeds()));
            case ISOLATION_PLACES -> above(run, Series.ISOLATED, inTown(capacities.isolationPlaces()));
            case QUARANTINE_PLACES -> above(run, Series.QUARANTINED, inTown(capacities.quarantinePlaces()));
            case TESTS -> above(run, Series.TESTS_WAITING, 0);
            case STAFF -> above(run, Series.STAFF, capacities.staff() * scale);
            case VOLUNTEERS -> above(run, Series.VOLUNTEERS, capacities.volunteers() * scale);
        };
    }

    /** As whole as the runs have it. */
    private long inTown(int there) {
        return Math.round(there * scale);
    }

    private static int above(Run run, Series what, double limit) {
        for (int day = 1; day <= run.days(); day++) {
            if (run.on(what, day) > limit + ROUNDING) {
                return day;
            }
        }
        return -1;
    }
}
