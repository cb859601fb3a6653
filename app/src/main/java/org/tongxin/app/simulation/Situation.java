package org.tongxin.app.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a scenario starts from, kept whole so that it can be computed again: the series up to a day, and where cases were
 * named lately. What the series says is worked out again from it each time, with the same result.
 *
 * @param reported the district's days with a report, oldest first, at least {@value #LEAST_DAYS}
 * @param places places named in the last days, by street path; streets without any are left out
 * @param warned paths of the streets under an orange or red warning, in code order
 * @param reproduction R on the last day
 * @param infections infections of the last day, never reported ones included
 * @param ascertainment share of infections that is ever reported
 */
public record Situation(
        List<Reported> reported,
        Map<String, Integer> places,
        List<String> warned,
        Spread reproduction,
        Spread infections,
        Spread ascertainment) {

    /** Fewer days with a report say too little. */
    public static final int LEAST_DAYS = 7;

    /** One day of the series. */
    public record Reported(LocalDate day, int count) {}

    /** Median and the ends of the 90 % band. */
    public record Spread(double low, double median, double high) {}

    public Situation {
        reported = List.copyOf(reported);
        places = Map.copyOf(places);
        warned = List.copyOf(warned);
    }

    /** The day on which the scenario starts: the last one known. */
    public LocalDate day() {
        return reported.getLast().day();
    }
}
