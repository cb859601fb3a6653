package org.tongxin.app.organisation.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;
import org.tongxin.core.geo.Datum;
import org.tongxin.core.geo.Datum.Position;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a GeoJSON feature collection (RFC 7946) of units: longitude first, in the datum that whoever sends it names. */
final class UnitMap {

    private static final int MOST_FEATURES = 5_000;

    /** Where a unit lies. */
    record Found(String code, Position position) {}

    private final Datum datum;
    private final Predicate<String> isUnit;
    private final Set<String> codes = new HashSet<>();
    private final List<Found> found = new ArrayList<>();

    private UnitMap(Datum datum, Predicate<String> isUnit) {
        this.datum = datum;
        this.isUnit = isUnit;
    }

    static Outcome<List<Found>> read(JsonMapper json, byte[] file, Datum datum, Predicate<String> isUnit) {
        JsonNode features;
        try {
            features = json.readTree(file).path("features");
        } catch (JacksonException broken) {
            return Outcome.refused("U-012", MOST_FEATURES);
        }
        if (!features.isArray() || features.isEmpty() || features.size() > MOST_FEATURES) {
            return Outcome.refused("U-012", MOST_FEATURES);
        }
        UnitMap map = new UnitMap(datum, isUnit);
        for (int number = 0; number < features.size(); number++) {
            Optional<Refusal> refusal = map.take(features.get(number), number + 1);
            if (refusal.isPresent()) {
                return new Outcome.Refused<>(refusal.get());
            }
        }
        return Outcome.accepted(map.found);
    }

    private Optional<Refusal> take(JsonNode feature, int number) {
        String code = feature.path("properties").path("code").asString("");
        if (!isUnit.test(code) || !codes.add(code)) {
            return Optional.of(Refusal.of("U-013", number, code));
        }
        try {
            Optional<Position> position = position(feature.path("geometry"));
            position.ifPresent(at -> found.add(new Found(code, datum.toWgs84(at))));
            return position.isPresent() ? Optional.empty() : Optional.of(Refusal.of("U-016", number, code));
        } catch (IllegalArgumentException outside) {
            return Optional.of(Refusal.of("U-014", number, code));
        }
    }

    private static Optional<Position> position(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Point" -> Optional.of(at(coordinates));
            case "Polygon" -> centroid(coordinates.path(0)).map(Weighed::position);
            case "MultiPolygon" -> largest(coordinates);
            default -> Optional.empty();
        };
    }

    private static Optional<Position> largest(JsonNode polygons) {
        Optional<Weighed> largest = Optional.empty();
        for (JsonNode polygon : polygons) {
            Optional<Weighed> next = centroid(polygon.path(0));
            if (next.isPresent()
                    && (largest.isEmpty() || next.get().area() > largest.get().area())) {
                largest = next;
            }
        }
        return largest.map(Weighed::position);
    }

    private record Weighed(Position position, double area) {}

    /** The centroid of a closed ring, as if on a plane: a unit is a few kilometres wide. */
    private static Optional<Weighed> centroid(JsonNode ring) {
        double twice = 0;
        double east = 0;
        double north = 0;
        Position first = ring.size() < 4 ? null : at(ring.get(0));
        for (int corner = 0; first != null && corner + 1 < ring.size(); corner++) {
            double x = at(ring.get(corner)).longitude() - first.longitude();
            double y = at(ring.get(corner)).latitude() - first.latitude();
            double nextX = at(ring.get(corner + 1)).longitude() - first.longitude();
            double nextY = at(ring.get(corner + 1)).latitude() - first.latitude();
            double cross = x * nextY - nextX * y;
            twice += cross;
            east += (x + nextX) * cross;
            north += (y + nextY) * cross;
        }
        return first == null || twice == 0
                ? Optional.empty()
                : Optional.of(new Weighed(
                        new Position(first.latitude() + north / (3 * twice), first.longitude() + east / (3 * twice)),
                        Math.abs(twice)));
    }

    private static Position at(JsonNode pair) {
        return new Position(pair.path(1).asDouble(Double.NaN), pair.path(0).asDouble(Double.NaN));
    }
}
