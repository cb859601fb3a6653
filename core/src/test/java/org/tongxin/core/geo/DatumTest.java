package org.tongxin.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongxin.core.geo.Datum.Position;

class DatumTest {

    /** Pairs on which public libraries agree: Shanghai, Shenzhen, Beijing. */
    @ParameterizedTest
    @CsvSource({
        "31.1774276, 121.5272106, 31.17530398364597, 121.531541859215",
        "22.543847, 113.912316, 22.540796131694766, 113.9171764808363",
        "39.911954, 116.377817, 39.91334545536069, 116.38404722455657"
    })
    void theShiftIsThatOfPublicLibrariesAndIsUndone(
            double north, double east, double shiftedNorth, double shiftedEast) {
        Position there = Datum.shifted(new Position(north, east));
        assertThat(there.latitude()).isCloseTo(shiftedNorth, within(1e-9));
        assertThat(there.longitude()).isCloseTo(shiftedEast, within(1e-9));
        Position back = Datum.GCJ02.toWgs84(there);
        assertThat(back.latitude()).isCloseTo(north, within(1e-8));
        assertThat(back.longitude()).isCloseTo(east, within(1e-8));
    }

    @Test
    void theSecondShiftIsUndoneBeforeTheFirst() {
        // Tiananmen in BD-09, as public converters give it from 39.90874, 116.39745 in GCJ-02
        Position gcj = new Position(39.90874, 116.39745);
        double north = gcj.latitude();
        double east = gcj.longitude();
        double second = Math.PI * 3000.0 / 180.0;
        double distance = Math.hypot(east, north) + 0.00002 * Math.sin(north * second);
        double angle = Math.atan2(north, east) + 0.000003 * Math.cos(east * second);
        Position bd = new Position(distance * Math.sin(angle) + 0.006, distance * Math.cos(angle) + 0.0065);
        Position wgs = Datum.BD09.toWgs84(bd);
        Position direct = Datum.GCJ02.toWgs84(gcj);
        assertThat(wgs.latitude()).isCloseTo(direct.latitude(), within(1e-5));
        assertThat(wgs.longitude()).isCloseTo(direct.longitude(), within(1e-5));
    }

    @Test
    void placesAbroadAreNotShiftedAndSwappedOnesAreRefused() {
        Position paris = new Position(48.85, 2.35);
        assertThat(Datum.GCJ02.toWgs84(paris)).isEqualTo(paris);
        assertThat(Datum.WGS84.toWgs84(paris)).isEqualTo(paris);
        assertThatThrownBy(() -> new Position(121.5, 31.2)).hasMessageContaining("swapped");
        assertThatThrownBy(() -> new Position(Double.NaN, 31.2)).isInstanceOf(IllegalArgumentException.class);
    }
}
