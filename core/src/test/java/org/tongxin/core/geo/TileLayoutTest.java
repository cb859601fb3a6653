package org.tongxin.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TileLayoutTest {

    @Test
    void placesThatLieOnTheGridKeepTheirCells() {
        List<TileLayout.Place> places = new ArrayList<>();
        List<TileLayout.Tile> expected = new ArrayList<>();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                String name = "Street " + row + "-" + column;
                places.add(new TileLayout.Place(name, 30.6 - 0.1 * row, 114.2 + 0.1 * column));
                expected.add(new TileLayout.Tile(name, row, column));
            }
        }
        assertThat(TileLayout.of(places, 3, 4)).isEqualTo(expected);
    }

    @Test
    void thirtySixStreetsGetACellEachAndTheirOrderDoesNotMatter() {
        List<TileLayout.Place> streets = streets(36);
        List<TileLayout.Tile> tiles = TileLayout.of(streets, 7, 7);
        Set<Integer> cells = new HashSet<>();
        tiles.forEach(tile -> cells.add(tile.row() * 7 + tile.column()));
        assertThat(cells).hasSize(36).allMatch(cell -> cell >= 0 && cell < 49);
        assertThat(tiles).extracting(TileLayout.Tile::name).containsExactlyElementsOf(names(streets));

        List<TileLayout.Place> shuffled = new ArrayList<>(streets);
        Collections.shuffle(shuffled, new Random(36));
        assertThat(TileLayout.of(shuffled, 7, 7)).containsExactlyInAnyOrderElementsOf(tiles);
    }

    @Test
    void noExchangeOfTwoTilesOrMoveToAnEmptyCellComesCloser() {
        List<TileLayout.Place> streets = streets(20);
        List<TileLayout.Tile> tiles = TileLayout.of(streets, 5, 5);
        double least = displacement(streets, tiles);
        for (int first = 0; first < 20; first++) {
            for (int cell = 0; cell < 25; cell++) {
                assertThat(displacement(streets, withTileAt(tiles, first, cell)))
                        .isGreaterThan(least - 0.01);
            }
        }
    }

    @Test
    void onePlaceLiesInTheMiddleAndNoneIsNothing() {
        assertThat(TileLayout.of(List.of(new TileLayout.Place("Willow Court", 30, 114)), 3, 3))
                .containsExactly(new TileLayout.Tile("Willow Court", 1, 1));
        assertThat(TileLayout.of(List.of(), 3, 3)).isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> TileLayout.of(streets(10), 3, 3)).hasMessageContaining("places (10)");
        assertThatThrownBy(() -> TileLayout.of(streets(1), 0, 3)).hasMessageContaining("grid (0 x 3)");
        TileLayout.Place twice = new TileLayout.Place("Willow Court", 30, 114);
        assertThatThrownBy(() -> TileLayout.of(List.of(twice, twice), 3, 3))
                .hasMessageContaining("name (Willow Court)");
    }

    private static List<TileLayout.Place> streets(int count) {
        Random random = new Random(7);
        List<TileLayout.Place> streets = new ArrayList<>();
        for (int street = 0; street < count; street++) {
            streets.add(new TileLayout.Place(
                    "Street " + street, 30.5 + 0.1 * random.nextGaussian(), 114.3 + 0.1 * random.nextGaussian()));
        }
        return streets;
    }

    private static List<String> names(List<TileLayout.Place> places) {
        return places.stream().map(TileLayout.Place::name).toList();
    }

    /** Moves one tile to a cell; who is there goes where it came from. */
    private static List<TileLayout.Tile> withTileAt(List<TileLayout.Tile> tiles, int moved, int cell) {
        TileLayout.Tile from = tiles.get(moved);
        List<TileLayout.Tile> changed = new ArrayList<>();
        for (TileLayout.Tile tile : tiles) {
            boolean there = tile.row() * 5 + tile.column() == cell;
            changed.add(there ? new TileLayout.Tile(tile.name(), from.row(), from.column()) : tile);
        }
        changed.set(moved, new TileLayout.Tile(from.name(), cell / 5, cell % 5));
        return changed;
    }

    private static double displacement(List<TileLayout.Place> places, List<TileLayout.Tile> tiles) {
        double south =
                places.stream().mapToDouble(TileLayout.Place::latitude).min().orElseThrow();
        double north =
                places.stream().mapToDouble(TileLayout.Place::latitude).max().orElseThrow();
        double west =
                places.stream().mapToDouble(TileLayout.Place::longitude).min().orElseThrow();
        double east =
                places.stream().mapToDouble(TileLayout.Place::longitude).max().orElseThrow();
        double sum = 0;
        for (int index = 0; index < places.size(); index++) {
            double row = 4 * (north - places.get(index).latitude()) / (north - south);
            double column = 4 * (places.get(index).longitude() - west) / (east - west);
            sum += Math.pow(row - tiles.get(index).row(), 2)
                    + Math.pow(column - tiles.get(index).column(), 2);
        }
        return sum;
    }
}
