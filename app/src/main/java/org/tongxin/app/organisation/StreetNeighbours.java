package org.tongxin.app.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import org.springframework.stereotype.Component;

/**
 * Which streets touch. Borders of streets are not published, so a street is the part that is nearest to its point (a
 * Voronoi cell, by JTS) within reach of any point, and streets touch where their cells share a border. Computed once for
 * the same streets. Thread-safe.
 */
@Component
public class StreetNeighbours {

    /** How far a cell reaches beyond the outermost points, about 4 km. Assumption. */
    private static final double REACH_DEGREES = 0.04;

    /** Cells are widened by this for the comparison, about a centimetre. */
    private static final double SEAM_DEGREES = 1e-7;

    /** The shortest border that counts, about 50 m: cells that meet in a corner do not touch. Assumption. */
    private static final double SHORTEST_DEGREES = 5e-4;

    private final Organisation organisation;
    private volatile Known known = new Known(List.of(), Map.of());

    StreetNeighbours(Organisation organisation) {
        this.organisation = organisation;
    }

    private record Known(List<Site> sites, Map<String, Set<String>> touching) {}

    private record Site(String path, double latitude, double longitude) {

        static @Nullable Site of(Area street) {
            Double latitude = street.latitude();
            Double longitude = street.longitude();
            return latitude == null || longitude == null ? null : new Site(street.path(), latitude, longitude);
        }

        Coordinate coordinate() {
            return new Coordinate(longitude, latitude);
        }
    }

    /** Paths of the streets that touch a street, by its path; a street without a position touches none. */
    public Map<String, Set<String>> all() {
        List<Site> sites = organisation.taskedStreets("").stream()
                .map(Site::of)
                .filter(java.util.Objects::nonNull)
                .toList();
        Known before = known;
        if (!before.sites().equals(sites)) {
            before = new Known(sites, sites.size() < 2 ? Map.of() : touching(sites));
            known = before;
        }
        return before.touching();
    }

    private static Map<String, Set<String>> touching(List<Site> sites) {
        Map<String, Geometry> cells = cells(sites);
        Map<String, Set<String>> touching = new HashMap<>();
        for (Map.Entry<String, Geometry> one : cells.entrySet()) {
            Set<String> others = new TreeSet<>();
            for (Map.Entry<String, Geometry> other : cells.entrySet()) {
                if (!one.getKey().equals(other.getKey()) && touch(one.getValue(), other.getValue())) {
                    others.add(other.getKey());
                }
            }
            touching.put(one.getKey(), Set.copyOf(others));
        }
        return Map.copyOf(touching);
    }

    private static boolean touch(Geometry one, Geometry other) {
        return one.isWithinDistance(other, SEAM_DEGREES)
                && one.intersection(other).getArea() > 2 * SEAM_DEGREES * SHORTEST_DEGREES;
    }

    private static Map<String, Geometry> cells(List<Site> sites) {
        GeometryFactory factory = new GeometryFactory();
        Geometry reach = factory.createMultiPointFromCoords(
                        sites.stream().map(Site::coordinate).toArray(Coordinate[]::new))
                .convexHull()
                .buffer(REACH_DEGREES);
        VoronoiDiagramBuilder diagram = new VoronoiDiagramBuilder();
        diagram.setSites(sites.stream().map(Site::coordinate).toList());
        diagram.setClipEnvelope(reach.getEnvelopeInternal());
        Geometry all = diagram.getDiagram(factory);
        Map<String, Geometry> cells = new HashMap<>();
        for (Site site : sites) {
            for (int i = 0; i < all.getNumGeometries(); i++) {
                if (all.getGeometryN(i).covers(factory.createPoint(site.coordinate()))) {
                    cells.put(
                            site.path(), all.getGeometryN(i).intersection(reach).buffer(SEAM_DEGREES));
                }
            }
        }
        return cells;
    }
}
