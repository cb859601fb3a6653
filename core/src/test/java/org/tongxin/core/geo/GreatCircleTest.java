package org.tongxin.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GreatCircleTest {

    @Test
    void aDegreeOfLatitudeIsAboutOneHundredAndElevenKilometres() {
        assertThat(GreatCircle.kilometres(30, 114, 31, 114)).isCloseTo(111.195, within(0.001));
        assertThat(GreatCircle.kilometres(60, 0, 60, 1)).isCloseTo(55.597, within(0.01));
    }

    @Test
    void theAntipodesAreHalfACircumferenceAwayAndAPlaceIsNoDistanceFromItself() {
        assertThat(GreatCircle.kilometres(30.5, 114.3, -30.5, -65.7))
                .isCloseTo(Math.PI * GreatCircle.EARTH_RADIUS_KILOMETRES, within(1e-6));
        assertThat(GreatCircle.kilometres(30.5, 114.3, 30.5, 114.3)).isZero();
    }

    @Test
    void theWayBackIsAsLongAndMayCrossTheDateLine() {
        assertThat(GreatCircle.kilometres(10, 179.5, 12, -179.5))
                .isEqualTo(GreatCircle.kilometres(12, -179.5, 10, 179.5))
                .isLessThan(260);
    }

    @Test
    void aPlaceThatIsNotOnEarthIsRefused() {
        assertThatThrownBy(() -> GreatCircle.kilometres(91, 0, 0, 0)).hasMessageContaining("latitude (91.0)");
        assertThatThrownBy(() -> GreatCircle.kilometres(0, 0, 0, Double.NaN)).hasMessageContaining("longitude (NaN)");
    }
}
