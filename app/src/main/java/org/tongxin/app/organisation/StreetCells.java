package org.tongxin.app.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import org.tongxin.core.geo.TileLayout;

/**
 * Draws streets that have a point and no border: each gets the part of the district that is nearest to its point (a
 * Voronoi cell, by JTS), clipped to the district, and one of equal tiles laid out by exact assignment. The cells are
 * approximate and say so on the page.
 */
public final class StreetCells {

    private static final int TILE_SIDE = 7;

    private StreetCells() {}

    /**
     * Cells and tiles of streets.
     *
     * @param streets areas with a position; others are left out
     * @param district rings of the district as {@code [longitude, latitude]} pairs, one list of rings a polygon, the
     *     outer ring first
     */
    public static List<StreetTile> of(List<Area> streets, List<List<double[][]>> district) {
        GeometryFactory factory = new GeometryFactory();
        Geometry border = border(factory, district);
        List<Area> placed = streets.stream()
                .filter(street -> street.latitude() != null && street.longitude() != null)
                .toList();
        Map<String, Geometry> cells = cells(factory, placed, border);
        List<TileLayout.Tile> tiles = TileLayout.of(
                placed.stream()
                        .map(street -> new TileLayout.Place(street.path(), latitude(street), longitude(street)))
                        .toList(),
                TILE_SIDE,
                TILE_SIDE);
        Envelope frame = border.getEnvelopeInternal();
        List<StreetTile> drawn = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            Area street = placed.get(i);
            Geometry cell = cells.getOrDefault(street.path(), factory.createPolygon());
            drawn.add(new StreetTile(
                    street.path(),
                    street.name(),
                    street.nameEn(),
                    tiles.get(i).row(),
                    tiles.get(i).column(),
                    path(cell, frame)));
        }
        return drawn;
    }

    private static Geometry border(GeometryFactory factory, List<List<double[][]>> district) {
        List<Polygon> polygons = new ArrayList<>();
        for (List<double[][]> rings : district) {
            LinearRing outer = ring(factory, rings.getFirst());
            LinearRing[] holes =
                    rings.stream().skip(1).map(hole -> ring(factory, hole)).toArray(LinearRing[]::new);
            polygons.add(factory.createPolygon(outer, holes));
        }
        return factory.createMultiPolygon(polygons.toArray(Polygon[]::new)).buffer(0);
    }

    private static LinearRing ring(GeometryFactory factory, double[][] points) {
        Coordinate[] coordinates = new Coordinate[points.length];
        for (int i = 0; i < points.length; i++) {
            coordinates[i] = new Coordinate(points[i][0], points[i][1]);
        }
        return factory.createLinearRing(coordinates);
    }

    private static Map<String, Geometry> cells(GeometryFactory factory, List<Area> placed, Geometry border) {
        VoronoiDiagramBuilder diagram = new VoronoiDiagramBuilder();
        diagram.setSites(placed.stream().map(StreetCells::coordinate).toList());
        diagram.setClipEnvelope(border.getEnvelopeInternal());
        Geometry all = diagram.getDiagram(factory);
        Map<String, Geometry> cells = new HashMap<>();
        for (int i = 0; i < all.getNumGeometries(); i++) {
            Geometry cell = all.getGeometryN(i);
            for (Area street : placed) {
                if (cell.covers(factory.createPoint(coordinate(street)))) {
                    cells.put(street.path(), cell.intersection(border));
                }
            }
        }
        return cells;
    }

    private static Coordinate coordinate(Area street) {
        return new Coordinate(longitude(street), latitude(street));
    }

    private static double latitude(Area street) {
        Double value = street.latitude();
        return value == null ? Double.NaN : value;
    }

    private static double longitude(Area street) {
        Double value = street.longitude();
        return value == null ? Double.NaN : value;
    }

    /** SVG path data in a frame 1,000 high, north up, longitudes shortened by the cosine of the middle latitude. */
    private static String path(Geometry cell, Envelope frame) {
        StringBuilder path = new StringBuilder();
        double scale = 1_000 / frame.getHeight();
        double shrink = Math.cos(Math.toRadians(frame.centre().y));
        for (int i = 0; i < cell.getNumGeometries(); i++) {
            Coordinate[] outline = cell.getGeometryN(i) instanceof Polygon polygon
                    ? polygon.getExteriorRing().getCoordinates()
                    : new Coordinate[0];
            for (int j = 0; j < outline.length - 1; j++) {
                path.append(String.format(
                        Locale.ROOT,
                        "%s%.0f %.0f",
                        j == 0 ? "M" : "L",
                        (outline[j].x - frame.getMinX()) * scale * shrink,
                        (frame.getMaxY() - outline[j].y) * scale));
            }
            path.append(outline.length > 0 ? "Z" : "");
        }
        return path.toString();
    }
}
