package org.tongxin.app.surveillance.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.surveillance.ClusterModel;
import org.tongxin.app.surveillance.Clusters;
import org.tongxin.core.scan.CaseCounts;
import org.tongxin.core.scan.Coordinates;
import org.tongxin.core.scan.Place;
import org.tongxin.core.scan.Places;
import org.tongxin.core.scan.ScanModel;

/**
 * Gathers what a scan of a day looks at: the counts of the streets that have a position. A day that a stream has not
 * reported counts as neither seen nor expected.
 */
@Component
class ScanInput {

    /** Days looked at by permutation: long enough to know what is usual, short enough to be of one season. */
    private static final int PERMUTED_DAYS = 60;

    /** Days looked at with expectations: as long as the longest window. */
    private static final int EXPECTED_DAYS = 14;

    /** What a place is expected to have where nothing was reported: the scan asks for a value above 0. */
    private static final double NOTHING = 1e-6;

    private static final String NOTICES = "select substr(p.area_path, 1, 9) as street, r.event_day, r.value,"
            + " null::double precision as expected from count_report r join monitoring_point p on p.id = r.point_id"
            + " where r.current and p.indicator = 'ADDRESSES_NAMED'";

    private static final String CLINICS =
            "select substr(p.area_path, 1, 9) as street, s.event_day, s.observed as value,"
                    + " s.expected from assessment s join monitoring_point p on p.id = s.point_id"
                    + " where s.expected > 0 and p.indicator = 'FEVER_VISITS'";

    private static final String WINDOW =
            " and length(p.area_path) >= 9 and event_day between ? and ? order by event_day, p.code";

    private final JdbcClient jdbc;
    private final Organisation organisation;

    ScanInput(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    /**
     * What is scanned.
     *
     * @param expected {@code [place][day]}; empty for the permutation, which expects from the cases themselves
     * @param firstDay day 0 of the period
     */
    record Period(ClusterModel model, CaseCounts cases, double[][] expected, LocalDate firstDay) {

        ScanModel scanModel() {
            return model == ClusterModel.PERMUTATION
                    ? ScanModel.spaceTimePermutation(cases)
                    : ScanModel.expectationPoisson(cases, expected);
        }

        /** Cases of a place in the window that ends with the period. */
        int observed(int place, int fromDay) {
            int sum = 0;
            for (int day = fromDay; day < cases.days(); day++) {
                sum += cases.at(place, day);
            }
            return sum;
        }

        /** What was expected of a place in that window. */
        double expected(int place, int fromDay) {
            if (model == ClusterModel.EXPECTATION) {
                return Arrays.stream(expected[place], fromDay, cases.days()).sum();
            }
            double inWindow = 0;
            for (int other = 0; other < cases.places().size(); other++) {
                inWindow += observed(other, fromDay);
            }
            return observed(place, 0) * inWindow / cases.total();
        }
    }

    private record Cell(String street, LocalDate eventDay, int value, double expected) {}

    /** Empty where there are too few days with reports or too few cases. */
    Optional<Period> of(ClusterModel model, LocalDate day) {
        boolean permutation = model == ClusterModel.PERMUTATION;
        LocalDate earliest = day.minusDays((permutation ? PERMUTED_DAYS : EXPECTED_DAYS) - 1L);
        Map<String, Place> known = places();
        List<Cell> cells = jdbc
                .sql((permutation ? NOTICES : CLINICS) + WINDOW)
                .params(earliest, day)
                .query((row, number) -> new Cell(
                        row.getString("street"),
                        row.getObject("event_day", LocalDate.class),
                        row.getInt("value"),
                        row.getDouble("expected")))
                .list()
                .stream()
                .filter(cell -> known.containsKey(cell.street()))
                .toList();
        long days = cells.stream().map(Cell::eventDay).distinct().count();
        int cases = cells.stream().mapToInt(Cell::value).sum();
        boolean reported = !cells.isEmpty() && cells.getLast().eventDay().equals(day);
        return days < Clusters.LEAST_DAYS || cases < Clusters.LEAST_CASES || !reported
                ? Optional.empty()
                : Optional.of(period(model, known, cells, day));
    }

    private Map<String, Place> places() {
        Map<String, Place> places = new TreeMap<>();
        for (Area street : organisation.taskedStreets("")) {
            Double latitude = street.latitude();
            Double longitude = street.longitude();
            if (latitude != null && longitude != null) {
                places.put(street.path(), new Place(street.path(), latitude, longitude));
            }
        }
        return places;
    }

    /** Over the streets that have reported anything in it: of the others nothing is known. */
    private static Period period(ClusterModel model, Map<String, Place> known, List<Cell> cells, LocalDate day) {
        Places places = Places.of(
                cells.stream()
                        .map(Cell::street)
                        .distinct()
                        .sorted()
                        .map(street -> Objects.requireNonNull(known.get(street), "chosen from these"))
                        .toList(),
                Coordinates.LATITUDE_LONGITUDE);
        LocalDate first = cells.getFirst().eventDay();
        int days = (int) (day.toEpochDay() - first.toEpochDay()) + 1;
        CaseCounts.Builder cases = CaseCounts.builder(places, days);
        double[][] expected = new double[places.size()][days];
        for (double[] ofPlace : expected) {
            Arrays.fill(ofPlace, NOTHING);
        }
        for (Cell cell : cells) {
            int at = (int) (cell.eventDay().toEpochDay() - first.toEpochDay());
            cases.add(cell.street(), at, cell.value());
            expected[places.indexOf(cell.street())][at] += cell.expected();
        }
        return new Period(model, cases.build(), model == ClusterModel.PERMUTATION ? new double[0][] : expected, first);
    }
}
