package org.tongxin.app.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongxin.core.epidemic.RiskPoint;

/** Places of a scaled town in the district's numbers. */
class RiskPointRowTest {

    private static RiskPoint point(RiskPoint.Kind kind) {
        return new RiskPoint(kind, 7, 0, 12, 40, 0.5, List.of(20, 60));
    }

    @Test
    void onePlaceIsAsLargeAsInTheDistrictAndACheckpointIsNot() {
        Town town = Towns.pudong(0.01);
        assertThat(town.scale()).as("a town that is scaled").isLessThan(0.5);
        List<RiskPoint> draw = List.of(
                point(RiskPoint.Kind.SCHOOL),
                point(RiskPoint.Kind.WORKPLACE),
                point(RiskPoint.Kind.COMPOUND),
                point(RiskPoint.Kind.CHECKPOINT));
        for (RiskPointRow row : RiskPointRow.of(List.of(draw, draw), town)) {
            double scale = row.kind() == RiskPoint.Kind.CHECKPOINT ? town.scale() : 1;
            assertThat(row.direct()).as(row.kind() + "").isCloseTo(12 / scale, within(1e-9));
            assertThat(row.through()).as(row.kind() + "").isCloseTo(40 / scale, within(1e-9));
            assertThat(row.low90()).as(row.kind() + "").isCloseTo(20 / scale, within(1e-9));
            assertThat(row.high90()).as(row.kind() + "").isCloseTo(60 / scale, within(1e-9));
            assertThat(row.share()).isCloseTo(0.5, within(1e-9));
        }
    }

    @Test
    void whatNoDrawSawCountsAsNone() {
        List<RiskPointRow> rows =
                RiskPointRow.of(List.of(List.of(point(RiskPoint.Kind.SCHOOL)), List.of()), Towns.pudong(0.01));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.direct()).isCloseTo(6, within(1e-9));
            assertThat(row.low90()).as("two of four runs saw none").isZero();
            assertThat(row.high90()).isBetween(50.0, 60.0);
        });
    }
}
