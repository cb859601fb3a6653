package org.tongxin.core.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongxin.core.allocation.PeoplePlan;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PeopleSolver;
import org.tongxin.core.allocation.PostNeed;

/**
 * Draws a district as equal tiles: each named place gets a cell of its own in a grid, close to where it lies on the map.
 *
 * <p><b>Idea.</b> The places' bounding box is stretched onto the grid, north up and west left. Each place then has a
 * squared distance to each cell, in units of one cell, and the cells are given out so that the sum of these is least: an
 * assignment problem, solved exactly by {@link PeopleSolver} with distances rounded to a ten-thousandth. Places are taken
 * by name, so that the order in which they are given changes nothing.
 *
 * <p><b>Cost.</b> places x cells arcs; 36 places on 49 cells take about a millisecond. <b>Where it fails.</b> Neighbours
 * on the map need not stay neighbours; a box that crosses the 180th meridian is torn apart.
 *
 * <p>Stateless; safe for use by several threads. Source of the idea: Meulemans, Dykes, Slingsby, Turkay, Wood: Small
 * multiples with gaps, IEEE Transactions on Visualization and Computer Graphics 23 (2017) 381-390.
 */
public final class TileLayout {

    /** Largest number of rows and of columns. */
    public static final int MAX_SIDE = 30;

    private static final double COST_OF_ONE_CELL = 10_000;

    /**
     * A place to be drawn.
     *
     * @param name unique among the places
     * @param latitude degrees north, -90 .. 90
     * @param longitude degrees east, -180 .. 180
     */
    public record Place(String name, double latitude, double longitude) {

        /** @throws IllegalArgumentException when a coordinate is outside its range or NaN */
        public Place {
            GreatCircle.requirePlace(latitude, longitude);
        }
    }

    /**
     * Where a place is drawn.
     *
     * @param name of the place
     * @param row 0 for the northernmost
     * @param column 0 for the westernmost
     */
    public record Tile(String name, int row, int column) {}

    private TileLayout() {}

    /**
     * Gives each place a cell of its own.
     *
     * @param places in any order
     * @param rows of the grid, 1 .. {@value #MAX_SIDE}
     * @param columns of the grid, 1 .. {@value #MAX_SIDE}
     * @return one tile for each place, in the order of the places
     * @throws IllegalArgumentException when a side is outside its range, there are more places than cells, or a name
     *     occurs twice
     */
    public static List<Tile> of(List<Place> places, int rows, int columns) {
        requireFit(places, rows, columns);
        List<Place> byName =
                places.stream().sorted(Comparator.comparing(Place::name)).toList();
        PeoplePlan plan = PeopleSolver.solve(problem(byName, rows, columns));
        List<Tile> tiles = new ArrayList<>(places.size());
        for (Place place : places) {
            int cell = plan.postOf(byName.indexOf(place));
            tiles.add(new Tile(place.name(), cell / columns, cell % columns));
        }
        return List.copyOf(tiles);
    }

    /** Places are the people, cells the posts; an empty cell costs more than any chain of displacements could save. */
    private static PeopleProblem problem(List<Place> places, int rows, int columns) {
        long farthest = cost(rows, columns);
        PeopleProblem.Builder builder = PeopleProblem.builder(places.size());
        for (int cell = 0; cell < rows * columns; cell++) {
            builder.post(PostNeed.of(1, farthest * (places.size() + 1)));
        }
        double[] row = stretched(
                places.stream().mapToDouble(place -> -place.latitude()).toArray(), rows);
        double[] column =
                stretched(places.stream().mapToDouble(Place::longitude).toArray(), columns);
        for (int place = 0; place < places.size(); place++) {
            for (int cell = 0; cell < rows * columns; cell++) {
                builder.arc(place, cell, cost(cell / columns - row[place], cell % columns - column[place]));
            }
        }
        return builder.build();
    }

    private static long cost(double rows, double columns) {
        return Math.round(COST_OF_ONE_CELL * (rows * rows + columns * columns));
    }

    /** Coordinates stretched onto 0 .. cells - 1; in the middle when all are the same. */
    private static double[] stretched(double[] coordinates, int cells) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double coordinate : coordinates) {
            least = Math.min(least, coordinate);
            greatest = Math.max(greatest, coordinate);
        }
        double[] result = new double[coordinates.length];
        for (int index = 0; index < coordinates.length; index++) {
            double share = greatest > least ? (coordinates[index] - least) / (greatest - least) : 0.5;
            result[index] = share * (cells - 1);
        }
        return result;
    }

    private static void requireFit(List<Place> places, int rows, int columns) {
        if (rows < 1 || rows > MAX_SIDE || columns < 1 || columns > MAX_SIDE) {
            throw new IllegalArgumentException("The grid (" + rows + " x " + columns + ") must have 1.." + MAX_SIDE
                    + " rows and 1.." + MAX_SIDE + " columns.");
        }
        if (places.size() > rows * columns) {
            throw new IllegalArgumentException("The places (" + places.size() + ") must not be more than the "
                    + rows * columns + " cells of a " + rows + " x " + columns + " grid.");
        }
        Set<String> names = new HashSet<>();
        for (Place place : places) {
            if (!names.add(place.name())) {
                throw new IllegalArgumentException("The name (" + place.name() + ") of a place must occur once only.");
            }
        }
    }
}
