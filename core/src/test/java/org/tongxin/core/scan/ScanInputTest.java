package org.tongxin.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Clinic No. 3 and Willow Court: what is refused, and that the refusal names the value. */
class ScanInputTest {

    private static final Place CLINIC = new Place("clinic-3", 0, 0);
    private static final Place COURT = new Place("willow-court", 1, 0);
    private static final Places PLACES = Places.of(List.of(CLINIC, COURT), Coordinates.CARTESIAN);
    private static final CaseCounts CASES =
            CaseCounts.builder(PLACES, 10).add("clinic-3", 9, 3).build();

    @Test
    void placesNeedDifferentIdsAndRealCoordinates() {
        refused(() -> Places.of(List.of(CLINIC, COURT, CLINIC), Coordinates.CARTESIAN), "clinic-3", "1 and 3");
        refused(() -> Places.of(List.of(), Coordinates.CARTESIAN), "(0)");
        refused(() -> new Place("clinic-3", Double.NaN, 0), "NaN", "clinic-3");
        refused(() -> new Place(" ", 0, 0), "no id");
        refused(() -> Places.of(List.of(new Place("clinic-3", 121.5, 31.2)), Coordinates.LATITUDE_LONGITUDE), "121.5");
    }

    @Test
    void casesNeedAKnownPlaceADayOfThePeriodAndACount() {
        CaseCounts.Builder builder = CaseCounts.builder(PLACES, 10);
        refused(() -> builder.add("clinic-4", 0, 1), "clinic-4");
        refused(() -> builder.add("clinic-3", 10, 1), "(10)", "0..9");
        refused(() -> builder.add("clinic-3", -1, 1), "(-1)");
        refused(() -> builder.add("clinic-3", 0, -2), "(-2)");
        refused(() -> CaseCounts.builder(PLACES, 0), "(0 days)");
    }

    @Test
    void linesForOnePlaceAndDayAddUpAndTheBuilderCanGoOn() {
        CaseCounts.Builder builder =
                CaseCounts.builder(PLACES, 2).add("clinic-3", 0, 1).add("clinic-3", 0, 2);
        CaseCounts first = builder.build();
        CaseCounts second = builder.add("clinic-3", 1, 4).build();
        assertThat(first.at(0, 0)).isEqualTo(3);
        assertThat(first.total()).isEqualTo(3);
        assertThat(second.total()).isEqualTo(7);
    }

    @Test
    void modelsRefuseWhatDoesNotFit() {
        CaseCounts none = CaseCounts.builder(PLACES, 10).build();
        CaseCounts shorter = CaseCounts.builder(PLACES, 9).add("clinic-3", 1, 1).build();
        refused(() -> ScanModel.spaceTimePermutation(none), "no case");
        refused(() -> ScanModel.poisson(CASES, new double[] {1}), "1 places", "2");
        refused(() -> ScanModel.poisson(CASES, new double[] {5, -1}), "-1", "willow-court");
        refused(() -> ScanModel.poisson(CASES, new double[] {0, 1}), "clinic-3", "3 cases");
        refused(() -> ScanModel.bernoulli(CASES, none), "no control");
        refused(() -> ScanModel.bernoulli(CASES, shorter), "10", "9");
        refused(() -> ScanModel.expectationPoisson(CASES, new double[2][9]), "9", "10");
        refused(() -> ScanModel.expectationPoisson(CASES, new double[2][10]), "0.0", "clinic-3");
    }

    @Test
    void settingsNameTheValueThatIsOutsideItsRange() {
        ScanSettings settings = ScanSettings.defaults();
        refused(() -> settings.withMaxShare(0), "maxShare", "0.0");
        refused(() -> settings.withMaxShare(Double.NaN), "maxShare");
        refused(() -> settings.withMaxRadiusKilometres(-1), "-1.0");
        refused(() -> settings.withMaxDays(0), "maxDays");
        refused(() -> settings.withMinCases(0), "minCases");
        refused(() -> settings.withReplications(-1), "replications");
        refused(() -> settings.withStopAfter(-1), "stopAfter");
        refused(() -> settings.withThreads(0), "threads");
    }

    @Test
    void windowsMustFitThePeriodAndTheModel() {
        ScanModel model = ScanModel.spaceTimePermutation(CASES);
        refused(() -> Scan.run(model, ScanSettings.defaults()), "14", "10 days");
        refused(() -> Scan.run(model, ScanSettings.defaults().asPurelySpatial()), "purely spatial");
    }

    @Test
    void withoutReplicationsThereIsNoPValue() {
        CaseCounts cases = CaseCounts.builder(PLACES, 10)
                .add("clinic-3", 9, 3)
                .add("willow-court", 1, 9)
                .build();
        ScanResult result = Scan.run(
                ScanModel.spaceTimePermutation(cases),
                ScanSettings.defaults().withMaxDays(3).withReplications(0));
        assertThat(result.clusters()).hasSize(1);
        assertThat(result.clusters().getFirst().pValue()).isNaN();
        assertThatThrownBy(() -> result.maxima().quantile(0.5)).hasMessageContaining("replication");
    }

    private static void refused(ThrowingCallable call, String... words) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll((CharSequence[])
                words);
    }
}
