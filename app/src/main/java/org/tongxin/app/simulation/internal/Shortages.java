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
}
