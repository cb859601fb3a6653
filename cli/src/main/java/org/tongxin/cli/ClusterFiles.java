package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.scan.Place;
import org.tongxin.core.scan.ScanCluster;
import org.tongxin.core.scan.ScanResult;
import org.tongxin.core.scan.SimulatedMaxima;

/**
 * The results of a scan: {@value #CLUSTERS}, {@value #LOCATIONS}, and, if worlds were simulated, {@value #QUANTILES} with the
 * quantiles of their largest statistics.
 */
final class ClusterFiles {

    private static final String CLUSTERS = "clusters.csv";
    private static final String LOCATIONS = "cluster_locations.csv";
    private static final String QUANTILES = "simulated_max_llr_quantiles.csv";

    private static final List<String> CLUSTER_HEAD = List.of(
            "CLUSTER",
            "LOC_ID",
            "X",
            "Y",
            "RADIUS",
            "START_DATE",
            "END_DATE",
            "NUMBER_LOC",
            "TEST_STAT",
            "P_VALUE",
            "RECURR_INT",
            "OBSERVED",
            "EXPECTED",
            "ODE");

    private static final double[] PARTS = {0.5, 0.8, 0.9, 0.95, 0.99};

    private ClusterFiles() {}

    static OutputFiles of(Path folder, ScanResult result, ScanFiles files, @Nullable Period period) {
        OutputFiles output = new OutputFiles()
                .table(folder.resolve(CLUSTERS), clusters(result, files, period))
                .table(folder.resolve(LOCATIONS), locations(result));
        return result.maxima().size() == 0
                ? output
                : output.table(folder.resolve(QUANTILES), quantiles(result.maxima()));
    }

    private static List<List<String>> clusters(ScanResult result, ScanFiles files, @Nullable Period period) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(CLUSTER_HEAD);
        for (ScanCluster cluster : result.clusters()) {
            List<String> coordinates = files.coordinatesOf(cluster.centre());
            rows.add(List.of(
                    Integer.toString(rows.size()),
                    cluster.centre().id(),
                    coordinates.get(0),
                    coordinates.get(1),
                    Numbers.text(cluster.radiusKilometres()),
                    date(period, cluster.firstDay()),
                    date(period, cluster.lastDay()),
                    Integer.toString(cluster.members().size()),
                    Numbers.text(cluster.statistic()),
                    Numbers.text(cluster.pValue()),
                    Numbers.text(cluster.recurrenceDays()),
                    Integer.toString(cluster.observed()),
                    Numbers.text(cluster.expected()),
                    Numbers.text(cluster.observedOverExpected())));
        }
        return rows;
    }

    private static String date(@Nullable Period period, int day) {
        return period == null ? "" : period.dateOf(day).toString();
    }

    private static List<List<String>> locations(ScanResult result) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("LOC_ID", "CLUSTER"));
        for (int rank = 0; rank < result.clusters().size(); rank++) {
            for (Place member : result.clusters().get(rank).members()) {
                rows.add(List.of(member.id(), Integer.toString(rank + 1)));
            }
        }
        return rows;
    }

    private static List<List<String>> quantiles(SimulatedMaxima maxima) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("quantile", "max_llr"));
        for (double part : PARTS) {
            rows.add(List.of(Numbers.text(part), Numbers.text(maxima.quantile(part))));
        }
        return rows;
    }
}
