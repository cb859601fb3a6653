package org.tongxin.app.warning.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.surveillance.DayCount;
import org.tongxin.app.surveillance.Indicator;
import org.tongxin.app.surveillance.Series;
import org.tongxin.core.reproduction.InstantaneousReproduction;
import org.tongxin.core.reproduction.SerialInterval;
import org.tongxin.core.reproduction.Window;

/**
 * The growth of the places named in the notices: seven days against the seven before, and the probability that R is above
 * 1. A place is not a case; the growth of places stands for that of cases, which is not published by street.
 */
@Component
class GrowthMeasurement implements Measurement {

    /** How far back the series is read. */
    private static final int DAYS = 28;

    private static final int WEEK = 7;

    /** While the series is younger than two weeks: so many days against as many. Suggested value. */
    private static final int LEAST_DAYS = 3;

    /** Places in the window below which R is not estimated. Suggested value. */
    private static final int LEAST_PLACES = 5;

    /** Mean 3.5 and deviation 2 days, up to 14 days: assumption for a variant such as Omicron; to be set by the analyst. */
    private static final SerialInterval INTERVAL = SerialInterval.shiftedGamma(3.5, 2, 14);

    private static final InstantaneousReproduction REPRODUCTION = InstantaneousReproduction.of(INTERVAL);

    private final Series series;

    GrowthMeasurement(Series series) {
        this.series = series;
    }

    @Override
    public void add(LocalDate day, Map<String, Measures> byStreet) {
        Map<String, List<DayCount>> recent = series.recent(Indicator.ADDRESSES_NAMED, day.minusDays(DAYS - 1L), day);
        byStreet.forEach((path, measures) -> {
            List<DayCount> days = recent.getOrDefault(path, List.of());
            double[] run = lastRun(days.subList(0, Math.min(DAYS, days.size())));
            ratio(run, measures);
            growing(run, measures);
        });
    }

    /** The reported days up to the last one without a gap; empty where the last day is missing. */
    private static double[] lastRun(List<DayCount> days) {
        int from = days.size();
        while (from > 0 && !days.get(from - 1).missing()) {
            from--;
        }
        return days.subList(from, days.size()).stream()
                .mapToDouble(GrowthMeasurement::value)
                .toArray();
    }

    private static double value(DayCount day) {
        Integer value = day.value();
        return value == null ? Double.NaN : value;
    }

    private static void ratio(double[] run, Measures measures) {
        int days = Math.min(WEEK, run.length / 2);
        if (days < LEAST_DAYS) {
            return;
        }
        double now = sum(run, run.length - days, run.length);
        double before = sum(run, run.length - 2 * days, run.length - days);
        // One place is added to both, so that the first one after none is no growth without bound.
        measures.known(
                IndicatorNames.GROWTH_RATIO,
                (now + 1) / (before + 1),
                Reason.of("risk.growthRatio", Math.round(now), Math.round(before), days));
    }

    private static void growing(double[] run, Measures measures) {
        if (run.length <= WEEK || sum(run, run.length - WEEK, run.length) < LEAST_PLACES) {
            return;
        }
        Window week = new Window(run.length - WEEK, run.length - 1);
        double probability = REPRODUCTION.probabilityAbove(1, run, week);
        if (!Double.isNaN(probability)) {
            measures.known(
                    IndicatorNames.PROBABILITY_GROWING,
                    probability,
                    Reason.of("risk.probabilityGrowing", Math.round(100 * probability)));
        }
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
