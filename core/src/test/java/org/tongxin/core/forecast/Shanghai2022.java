package org.tongxin.core.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** New cases of the sixteen districts, 6 March to 24 April 2022, and what was announced when. */
final class Shanghai2022 {

    static final String PUDONG = "310115";
    static final int ANNOUNCED = day("2022-03-27");
    static final int FIRST_ORIGIN = day("2022-03-26");
    static final int LAST_ORIGIN = day("2022-04-17");

    private static final int PUDONG_CLOSED = day("2022-03-28");
    private static final int PUXI_CLOSED = day("2022-04-01");

    private Shanghai2022() {}

    static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    static Intervention lockdown(String code) {
        return Intervention.lockdown(PUDONG.equals(code) ? PUDONG_CLOSED : PUXI_CLOSED);
    }

    /** {@code get(code)}, in the order of the file. */
    static Map<String, ReportedSeries> districts() {
        Map<String, ReportedSeries> districts = new LinkedHashMap<>();
        for (String[] row : rows("shanghai-districts.csv").subList(1, 17)) {
            districts.put(row[0], new ReportedSeries(row[1], Integer.parseInt(row[2])));
        }
        List<String[]> rows = rows("shanghai-2022.csv");
        for (String[] row : rows.subList(1, rows.size())) {
            for (int column = 1; column < row.length; column++) {
                Objects.requireNonNull(districts.get(rows.getFirst()[column]))
                        .countOfDay()
                        .put(day(row[0]), Integer.parseInt(row[column]));
            }
        }
        return districts;
    }

    private static List<String[]> rows(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Shanghai2022.class.getResourceAsStream("/forecast/" + file)),
                StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split(",", -1)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
