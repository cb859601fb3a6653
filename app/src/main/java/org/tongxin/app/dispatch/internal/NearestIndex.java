package org.tongxin.app.dispatch.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Finds the nearest of many points. Points lie in square buckets; the search takes ring after ring of buckets until no
 * nearer point can follow. Distances are on the plane tangent at the first point, good to a tenth of a per cent over a
 * district. Immutable after construction.
 */
final class NearestIndex {

    private static final double BUCKET_METRES = 1_000;
    private static final double METRES_PER_DEGREE = 111_195;

    private final double metresPerLongitude;
    private final double[] x;
    private final double[] y;
    private final Map<Long, List<Integer>> buckets = new HashMap<>();

    /** A point found. @param index its place in the arrays @param metres how far it is, rounded */
    record Found(int index, int metres) {}

    NearestIndex(double[] latitudes, double[] longitudes, double middleLatitude) {
        this.metresPerLongitude = METRES_PER_DEGREE * Math.cos(Math.toRadians(middleLatitude));
        this.x = new double[latitudes.length];
        this.y = new double[latitudes.length];
        for (int i = 0; i < latitudes.length; i++) {
            x[i] = longitudes[i] * metresPerLongitude;
            y[i] = latitudes[i] * METRES_PER_DEGREE;
            buckets.computeIfAbsent(bucket(cell(x[i]), cell(y[i])), key -> new ArrayList<>())
                    .add(i);
        }
    }

    /** The nearest points that pass, nearest first, ties by index. */
    List<Found> nearest(double latitude, double longitude, int count, int farthestMetres, IntPredicate passes) {
        double px = longitude * metresPerLongitude;
        double py = latitude * METRES_PER_DEGREE;
        List<Found> found = new ArrayList<>();
        int rings = (int) Math.ceil(farthestMetres / BUCKET_METRES) + 1;
        for (int ring = 0; ring <= rings; ring++) {
            collect(px, py, ring, farthestMetres, passes, found);
            double sure = (ring) * BUCKET_METRES - BUCKET_METRES;
            if (found.stream().filter(f -> f.metres() <= sure).count() >= count) {
                break;
            }
        }
        found.sort(java.util.Comparator.comparingInt(Found::metres).thenComparingInt(Found::index));
        return found.size() > count ? List.copyOf(found.subList(0, count)) : found;
    }

    private void collect(double px, double py, int ring, int farthestMetres, IntPredicate passes, List<Found> found) {
        long cx = cell(px);
        long cy = cell(py);
        for (long dx = -ring; dx <= ring; dx++) {
            boolean side = Math.abs(dx) == ring;
            for (long dy = -ring; dy <= ring; dy += side || ring == 0 ? 1 : 2L * ring) {
                for (int i : buckets.getOrDefault(bucket(cx + dx, cy + dy), List.of())) {
                    int metres = (int) Math.round(Math.hypot(x[i] - px, y[i] - py));
                    if (metres <= farthestMetres && passes.test(i)) {
                        found.add(new Found(i, metres));
                    }
                }
            }
        }
    }

    private static long cell(double coordinate) {
        return (long) Math.floor(coordinate / BUCKET_METRES);
    }

    private static long bucket(long column, long row) {
        return column * 1_000_003L + row;
    }
}
