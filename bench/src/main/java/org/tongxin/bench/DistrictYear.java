package org.tongxin.bench;

import org.tongxin.core.scan.ScanSettings;

/**
 * A year of district days, as when a change of weights or of the detector is tried on the past: 365 days, 124 communities,
 * eight streams, every stream by the default detector, joined, judged together and rated; no reference methods and no scan.
 * Uses as many processors as there are. Must: 5 min on two threads. Goal: 1 min.
 */
public final class DistrictYear {

    private DistrictYear() {}

    public static void main(String[] arguments) {
        int before = 400;
        DistrictDays district = new DistrictDays(before + 365);
        ScanSettings none = ScanSettings.defaults().withReplications(0);
        for (int day = before - 30; day < before; day++) {
            district.day(day, false, none);
        }
        long begun = System.nanoTime();
        for (int day = before; day < district.days(); day++) {
            district.day(day, false, none);
        }
        System.out.printf(
                "365 days of 124 communities x 8 streams: %.1f s on %d processors%n",
                (System.nanoTime() - begun) / 1e9, Runtime.getRuntime().availableProcessors());
    }
}
