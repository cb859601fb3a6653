package org.tongxin.app.surveillance.internal;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.surveillance.ClusterModel;
import org.tongxin.core.scan.Scan;
import org.tongxin.core.scan.ScanSettings;

/**
 * Scans a day for clusters of streets. Radius and duration are capped, so that a cluster is a place and not half the
 * district. The seed is that of the installation and the day, so that a replay finds the same.
 */
@Component
class DailyScan {

    /** Suggested values: 15 km is about a quarter of a large district. */
    private static final double LARGEST_KM = 15;

    private static final int LONGEST_DAYS = 14;

    /** Worlds at least as extreme after which the simulation stops early: what is common is common. */
    private static final int STOP_AFTER = 50;

    /** Clusters that chance shows more often than once in twenty days are not kept. Suggested value. */
    private static final double KEPT_P = 0.05;

    private final ScanInput input;
    private final ClusterStore store;
    private final PlatformSettings settings;

    DailyScan(ScanInput input, ClusterStore store, PlatformSettings settings) {
        this.input = input;
        this.store = store;
        this.settings = settings;
    }

    void scan(LocalDate day) {
        for (ClusterModel model : ClusterModel.values()) {
            store.retire(model, day);
            input.of(model, day).ifPresent(period -> scan(period, day));
        }
    }

    private void scan(ScanInput.Period period, LocalDate day) {
        int days = period.cases().days();
        int longest = period.model() == ClusterModel.PERMUTATION ? Math.min(LONGEST_DAYS, days / 2) : days;
        ScanSettings how = ScanSettings.defaults()
                .withMaxRadiusKilometres(LARGEST_KM)
                .withMaxDays(Math.max(1, longest))
                .withStopAfter(STOP_AFTER)
                .withSeed(
                        settings.seed() + 31 * day.toEpochDay() + period.model().ordinal());
        Scan.run(period.scanModel(), how).clusters().stream()
                .filter(cluster -> cluster.pValue() <= KEPT_P)
                .forEach(cluster -> store.keep(period, cluster, day));
    }
}
