package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.scan.CaseCounts;
import org.tongxin.core.scan.Coordinates;
import org.tongxin.core.scan.Place;
import org.tongxin.core.scan.Places;

/**
 * The inputs of a scan in SaTScan's plain text. Places: {@code id x y} or {@code id latitude longitude}. Cases and controls:
 * {@code id count date}; a purely spatial scan needs no date. Population: {@code id year people}, one year.
 */
final class ScanFiles {

    private final Places places;
    private final Map<String, List<String>> coordinatesById;

    private ScanFiles(Places places, Map<String, List<String>> coordinatesById) {
        this.places = places;
        this.coordinatesById = coordinatesById;
    }

    static ScanFiles withPlaces(Path file, Coordinates coordinates) {
        Map<String, List<String>> texts = new HashMap<>();
        List<Place> places = new ArrayList<>();
        for (WordLine line : WordLine.read(file)) {
            line.requireBetween(3, 3, "place, two coordinates");
            places.add(place(line, coordinates));
            if (texts.put(line.words().get(0), line.words().subList(1, 3)) != null) {
                throw line.refused("the place (" + line.words().get(0) + ") stands twice. Give each place one line.");
            }
        }
        return new ScanFiles(Places.of(places, coordinates), texts);
    }

    private static Place place(WordLine line, Coordinates coordinates) {
        if (coordinates == Coordinates.CARTESIAN) {
            return new Place(
                    line.words().get(0),
                    line.cell(1, "x").neededNumber(),
                    line.cell(2, "y").neededNumber());
        }
        double latitude = degrees(line.cell(1, "latitude"), 90);
        double longitude = degrees(line.cell(2, "longitude"), 180);
        return new Place(line.words().get(0), latitude, longitude);
    }

    private static double degrees(Cell cell, int most) {
        double degrees = cell.neededNumber();
        if (Math.abs(degrees) > most) {
            throw cell.refused("must lie in -" + most + ".." + most + " degrees. The latitude stands first.");
        }
        return degrees;
    }

    Places places() {
        return places;
    }

    /** The coordinates of a place as its file has them. */
    List<String> coordinatesOf(Place place) {
        return coordinatesById.getOrDefault(place.id(), List.of("", ""));
    }

    /** @param period null when cases need no date */
    CaseCounts counts(Path file, @Nullable Period period) {
        CaseCounts.Builder counts = CaseCounts.builder(places, period == null ? 1 : period.days());
        for (WordLine line : WordLine.read(file)) {
            line.requireBetween(period == null ? 2 : 3, 3, "place, count, date");
            try {
                counts.add(
                        known(line),
                        period == null ? 0 : day(line, period),
                        line.cell(1, "count").neededWholeCount());
            } catch (IllegalArgumentException tooMany) {
                throw line.refused(String.valueOf(tooMany.getMessage()));
            }
        }
        return counts.build();
    }

    private String known(WordLine line) {
        String id = line.words().get(0);
        if (!coordinatesById.containsKey(id)) {
            throw line.refused(
                    "the place (" + id + ") is not in the file of places. Add its coordinates or correct the id.");
        }
        return id;
    }

    private static int day(WordLine line, Period period) {
        Cell cell = line.cell(2, "date");
        int day = period.dayOf(cell.date());
        if (day < 0 || day >= period.days()) {
            throw cell.refused("lies outside " + period.from() + ".." + period.to()
                    + ". Widen --from and --to, or leave the line out.");
        }
        return day;
    }

    /** People by place. */
    double[] population(Path file) {
        double[] people = new double[places.size()];
        boolean[] known = new boolean[places.size()];
        @Nullable String year = null;
        for (WordLine line : WordLine.read(file)) {
            line.requireBetween(3, 3, "place, year, population");
            int place = places.indexOf(known(line));
            if (known[place]) {
                throw line.refused("the place (" + line.words().get(0) + ") has a second population ("
                        + line.words().get(2) + "). Give one line a place, for one year.");
            }
            if (year != null && !year.equals(line.words().get(1))) {
                throw line.refused("the year (" + line.words().get(1) + ") differs from that above (" + year
                        + "). Give the population of one year.");
            }
            year = line.words().get(1);
            known[place] = true;
            people[place] = line.cell(2, "population").count();
        }
        requireAll(file, known);
        return people;
    }

    private void requireAll(Path file, boolean[] known) {
        for (int place = 0; place < known.length; place++) {
            if (!known[place]) {
                throw BadInput.in(
                        file, "the place (" + places.get(place).id() + ") has no population. Add a line for it.");
            }
        }
    }
}
