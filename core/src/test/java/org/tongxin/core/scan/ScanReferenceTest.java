package org.tongxin.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against SaTScan. What it computes without chance must be the same: places, windows, counts, statistics to its six
 * decimals. What is simulated must agree within what chance allows. The largest set runs with fewer worlds, which widens
 * its tolerance by the formula.
 */
class ScanReferenceTest {

    private static final int REFERENCE_WORLDS = 999;

    @ParameterizedTest
    @CsvSource({"syn124a, 999", "syn124null, 999", "syn300p, 999", "syn1000a, 199"})
    void clustersAreThoseOfTheReference(String name, int worlds) {
        ReferenceScan reference = new ReferenceScan(name);
        ScanResult result = Scan.run(reference.model(), ScanSettings.defaults().withReplications(worlds));
        List<Map<String, String>> expected = reference.clusters();
        for (int rank = 0; rank < Math.min(expected.size(), result.clusters().size()); rank++) {
            requireSame(reference, expected.get(rank), result.clusters().get(rank));
            requireNear(
                    Double.parseDouble(expected.get(rank).get("P_VALUE")),
                    result.clusters().get(rank),
                    worlds);
        }
        assertThat(result.clusters()).hasSizeGreaterThanOrEqualTo(Math.min(3, expected.size()));
    }

    private static void requireSame(ReferenceScan reference, Map<String, String> row, ScanCluster cluster) {
        String statistic = row.containsKey("LLR") ? row.get("LLR") : row.get("TEST_STAT");
        assertThat(cluster.centre().id()).isEqualTo(row.get("LOC_ID"));
        assertThat(cluster.statistic()).isCloseTo(Double.parseDouble(statistic), within(1e-6));
        assertThat(cluster.firstDay()).isEqualTo(ReferenceScan.dayOf(row.get("START_DATE")));
        assertThat(cluster.lastDay()).isEqualTo(ReferenceScan.dayOf(row.get("END_DATE")));
        assertThat(cluster.observed()).isEqualTo(Integer.parseInt(row.get("OBSERVED")));
        assertThat(cluster.expected()).isCloseTo(Double.parseDouble(row.get("EXPECTED")), within(0.0051));
        assertThat(cluster.observedOverExpected()).isCloseTo(Double.parseDouble(row.get("ODE")), within(0.0051));
        assertThat(cluster.radiusKilometres()).isCloseTo(Double.parseDouble(row.get("RADIUS")), within(0.0051));
        assertThat(new TreeSet<>(cluster.members().stream().map(Place::id).toList()))
                .isEqualTo(reference.members(row.get("CLUSTER")));
    }

    private static void requireNear(double reference, ScanCluster cluster, int worlds) {
        double p = cluster.pValue();
        double byChance =
                3 * Math.sqrt(reference * (1 - reference) * (1.0 / (REFERENCE_WORLDS + 1) + 1.0 / (worlds + 1)));
        assertThat(p).isCloseTo(reference, within(byChance + 1.0 / (worlds + 1)));
        assertThat(cluster.recurrenceDays()).isEqualTo(1 / p);
    }

    @ParameterizedTest
    @CsvSource({"syn124a, 999", "syn124null, 999", "syn300p, 999", "syn1000a, 499"})
    void simulatedMaximaAreDistributedAsInTheReference(String name, int worlds) {
        ReferenceScan reference = new ReferenceScan(name);
        SimulatedMaxima maxima = Scan.run(
                        reference.model(), ScanSettings.defaults().withReplications(worlds))
                .maxima();
        for (double part : new double[] {0.5, 0.95}) {
            double expected = reference.quantiles().get(part);
            assertThat(maxima.quantile(part)).isCloseTo(expected, within(0.05 * expected));
        }
    }
}
