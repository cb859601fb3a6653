package org.tongxin.app.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Up to which days a scenario tells where the risk lies: close together at first, then wider, and the last day of the run. */
public final class ShownDays {

    /** The day shown where none is chosen; every run lasts so long. */
    public static final int USUAL = 14;

    private static final int[] STEPS = {1, 3, 5, 7, 10, USUAL, 21, 30, 45, 60};

    private ShownDays() {}

    /** In order. @param days length of a run, {@value NewScenario#LEAST_DAYS} to {@value NewScenario#MOST_DAYS} */
    public static List<Integer> of(int days) {
        return Stream.concat(Arrays.stream(STEPS).boxed().filter(day -> day < days), Stream.of(days))
                .toList();
    }
}
