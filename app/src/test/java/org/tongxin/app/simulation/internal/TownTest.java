package org.tongxin.app.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongxin.core.epidemic.Arrival;
import org.tongxin.core.epidemic.FittedArrivals;

/** Where the infections of a fitted state are put. */
class TownTest {

    private static final String BEICAI = "310115105";
    private static final int[] INFECTIONS = {900, 700, 500, 400, 300, 200, 100, 50, 20, 10, 3, 1, 0, 0, 1};

    private static Town town() {
        return Towns.pudong(0.02);
    }

    @Test
    void arrivalsAreAsManyAsInfectionsAndLieWherePlacesWereNamed() {
        Town town = town();
        List<Arrival> arrivals = town.arrivals(Map.of(BEICAI, 40)).of(INFECTIONS, 7);

        assertThat(arrivals.stream().mapToInt(Arrival::people).sum())
                .isEqualTo((int) Math.round(Arrays.stream(INFECTIONS).sum() * 0.02));
        assertThat(arrivals)
                .allSatisfy(each ->
                        assertThat(town.communities().get(each.community())).startsWith(BEICAI));
        assertThat(arrivals.stream().mapToInt(Arrival::day).min().orElseThrow()).isBetween(-20, 0);
    }

    @Test
    void withoutNamedPlacesArrivalsFollowThePeople() {
        Town town = town();
        List<Arrival> arrivals = town.arrivals(Map.of()).of(new int[] {200_000}, 7);
        int[] byStreet = new int[town.places().streets()];
        arrivals.forEach(each -> byStreet[town.places().streetOf(each.community())] += each.people());

        assertThat(IntStream.range(0, byStreet.length)).allSatisfy(street -> {
            int people = town.places().streetStart(street + 1) - town.places().streetStart(street);
            double expected = 4_000.0 * people / town.places().people();
            assertThat((double) byStreet[street])
                    .isBetween(expected - 6 * Math.sqrt(expected) - 1, expected + 6 * Math.sqrt(expected) + 1);
        });
    }

    @Test
    void theSameSeedPutsThemInTheSamePlaces() {
        FittedArrivals split = town().arrivals(Map.of(BEICAI, 3, "310115130", 9));

        assertThat(split.of(INFECTIONS, 5)).isEqualTo(split.of(INFECTIONS, 5));
        assertThat(split.of(INFECTIONS, 5)).isNotEqualTo(split.of(INFECTIONS, 6));
    }
}
