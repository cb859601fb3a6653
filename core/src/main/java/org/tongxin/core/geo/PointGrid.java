package org.tongxin.core.geo;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Points of a plane, to be looked up by nearness. They lie in square cells, cell by cell in one array; a look-up visits the cells
 * that its circle touches. Coordinates and distances have one unit, whichever.
 *
 * <p><b>Cost.</b> O(points) to build; a look-up costs the points of the cells it touches. <b>Where it fails.</b> Points crowded
 * into few cells are all looked at. Immutable and safe for use by several threads.
 */
public final class PointGrid {

    private static final int MAX_CELLS = 1 << 20;

    private final double[] x;
    private final double[] y;
    private final double left;
    private final double bottom;
    private final double cell;
    private final int columns;
    private final int rows;
    private final int[] firstOfCell;
    private final int[] points;

    /** Takes a point and its distance. */
    @FunctionalInterface
    public interface Taker {
        void point(int index, double distance);
    }

    /**
     * Puts points into cells.
     *
     * @param cell side of a cell, above 0; enlarged where the points would need more than about a million cells
     * @throws IllegalArgumentException when the arrays differ in length, a coordinate is not finite or the side not above 0
     */
    public PointGrid(double[] x, double[] y, double cell) {
        if (x.length != y.length || !(cell > 0)) {
            throw new IllegalArgumentException(
                    "There are " + x.length + " and " + y.length + " coordinates, and a cell's side is " + cell
                            + "; the numbers must agree and the side be above 0.");
        }
        requireFinite(x);
        requireFinite(y);
        this.x = x.clone();
        this.y = y.clone();
        left = Arrays.stream(x).min().orElse(0);
        bottom = Arrays.stream(y).min().orElse(0);
        double width = Arrays.stream(x).max().orElse(0) - left;
        double height = Arrays.stream(y).max().orElse(0) - bottom;
        double side = cell;
        while ((width / side + 1) * (height / side + 1) > MAX_CELLS) {
            side *= 2;
        }
        this.cell = side;
        columns = (int) (width / side) + 1;
        rows = (int) (height / side) + 1;
        firstOfCell = new int[columns * rows + 1];
        points = sort();
    }

    private static void requireFinite(double[] coordinates) {
        for (double coordinate : coordinates) {
            if (!Double.isFinite(coordinate)) {
                throw new IllegalArgumentException("A coordinate (" + coordinate + ") is not finite.");
            }
        }
    }

    private int[] sort() {
        for (int point = 0; point < x.length; point++) {
            firstOfCell[cellOf(point) + 1]++;
        }
        Arrays.parallelPrefix(firstOfCell, Integer::sum);
        int[] next = firstOfCell.clone();
        int[] sorted = new int[x.length];
        for (int point = 0; point < x.length; point++) {
            sorted[next[cellOf(point)]++] = point;
        }
        return sorted;
    }

    private int cellOf(int point) {
        return (int) ((y[point] - bottom) / cell) * columns + (int) ((x[point] - left) / cell);
    }

    /** Names all points within a distance of a place, the distance itself included. */
    public void within(double px, double py, double farthest, Taker taker) {
        int fromColumn = bounded((px - farthest - left) / cell, columns);
        int toColumn = bounded((px + farthest - left) / cell, columns);
        int toRow = bounded((py + farthest - bottom) / cell, rows);
        for (int row = bounded((py - farthest - bottom) / cell, rows); row <= toRow; row++) {
            int to = firstOfCell[row * columns + toColumn + 1];
            for (int slot = firstOfCell[row * columns + fromColumn]; slot < to; slot++) {
                int point = points[slot];
                double dx = x[point] - px;
                double dy = y[point] - py;
                double squared = dx * dx + dy * dy;
                if (squared <= farthest * farthest) {
                    taker.point(point, Math.sqrt(squared));
                }
            }
        }
    }

    private static int bounded(double value, int count) {
        return (int) Math.clamp(Math.floor(value), 0, count - 1);
    }

    /**
     * The nearest points that pass, nearest first, equally near ones by number.
     *
     * @param count how many at most
     * @param farthest none beyond this distance
     */
    public int[] nearest(double px, double py, int count, double farthest, IntPredicate passes) {
        Found found = new Found(passes);
        for (double radius = Math.min(cell, farthest); ; radius = Math.min(2 * radius, farthest)) {
            found.clear();
            within(px, py, radius, found);
            if (found.size >= count || radius >= farthest) {
                return found.first(count);
            }
        }
    }

    /** Points found, to be put in order. */
    private static final class Found implements Taker {

        private final IntPredicate passes;
        private long[] keys = new long[64];
        private int size;

        Found(IntPredicate passes) {
            this.passes = passes;
        }

        void clear() {
            size = 0;
        }

        /** A non-negative float's bits sort like its value; the number follows. */
        @Override
        public void point(int index, double distance) {
            if (passes.test(index)) {
                if (size == keys.length) {
                    keys = Arrays.copyOf(keys, 2 * size);
                }
                keys[size++] = (long) Float.floatToRawIntBits((float) distance) << 32 | index;
            }
        }

        int[] first(int count) {
            Arrays.sort(keys, 0, size);
            return Arrays.stream(keys, 0, Math.min(count, size))
                    .mapToInt(key -> (int) key)
                    .toArray();
        }
    }
}
