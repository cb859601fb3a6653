package org.tongxin.core.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Series with known outbreaks; see the PROVENANCE note beside the files. */
record InjectedSet(Rhythm rhythm, LocalDate first, int tested, double[][] counts, List<Outbreak> outbreaks) {

    /** @param from first index with an added case, from 0 @param to last one */
    record Outbreak(int series, int from, int to) {}

    /** How a detector did. @param rarest share of quiet steps with a probability below 0.01 */
    record Performance(double falsePositives, double detected, double rarest) {}

    static InjectedSet daily() {
        return read("daily_public", Rhythm.DAILY, 365);
    }

    static InjectedSet weekly() {
        return read("weekly_public", Rhythm.WEEKLY, 312);
    }

    private static InjectedSet read(String name, Rhythm rhythm, int tested) {
        List<String[]> rows = rows(name + "_counts.csv");
        List<String> head = List.of(rows.getFirst());
        double[][] counts = new double[head.size() - 2][rows.size() - 1];
        for (int step = 0; step < rows.size() - 1; step++) {
            for (int series = 0; series < counts.length; series++) {
                counts[series][step] = Double.parseDouble(rows.get(step + 1)[series + 2]);
            }
        }
        List<Outbreak> outbreaks = new ArrayList<>();
        for (String[] row : rows(name + "_outbreaks.csv")
                .subList(1, rows(name + "_outbreaks.csv").size())) {
            outbreaks.add(
                    new Outbreak(head.indexOf(row[0]) - 2, Integer.parseInt(row[2]) - 1, Integer.parseInt(row[3]) - 1));
        }
        return new InjectedSet(rhythm, LocalDate.parse(rows.get(1)[1]), tested, counts, outbreaks);
    }

    /** The probability of detection of an established method at a false-positive rate of 0.02 on the same set. */
    static double reference(String data, String method) {
        return rows("reference_performance.csv").stream()
                .filter(row -> row[0].equals(data) && row[1].equals(method) && row[2].equals("0.02"))
                .mapToDouble(row -> Double.parseDouble(row[7]))
                .findFirst()
                .orElseThrow();
    }

    /** The same set with each series changed. */
    InjectedSet changed(UnaryOperator<double[]> change) {
        double[][] copy = new double[counts.length][];
        for (int series = 0; series < counts.length; series++) {
            copy[series] = change.apply(counts[series].clone());
        }
        return new InjectedSet(rhythm, first, tested, copy, outbreaks);
    }

    Performance performance(StreamDetector detector) {
        boolean[][] alarms = new boolean[counts.length][counts[0].length];
        double[][] p = new double[counts.length][counts[0].length];
        for (int series = 0; series < counts.length; series++) {
            for (Assessment step : detector.assessAll(new StreamSeries(first, rhythm, counts[series]))) {
                alarms[series][step.index()] = step.alarm();
                p[series][step.index()] = step.p();
            }
        }
        long found =
                outbreaks.stream().filter(outbreak -> found(outbreak, alarms)).count();
        int quiet = 0;
        int falsePositives = 0;
        int rare = 0;
        boolean[][] loud = loud();
        for (int series = 0; series < counts.length; series++) {
            for (int step = tested; step < counts[series].length; step++) {
                if (!loud[series][step] && !Double.isNaN(counts[series][step])) {
                    quiet++;
                    falsePositives += alarms[series][step] ? 1 : 0;
                    rare += p[series][step] < 0.01 ? 1 : 0;
                }
            }
        }
        return new Performance(
                falsePositives / (double) quiet, found / (double) outbreaks.size(), rare / (double) quiet);
    }

    private static boolean found(Outbreak outbreak, boolean[][] alarms) {
        for (int step = outbreak.from(); step <= outbreak.to(); step++) {
            if (alarms[outbreak.series()][step]) {
                return true;
            }
        }
        return false;
    }

    private boolean[][] loud() {
        boolean[][] loud = new boolean[counts.length][counts[0].length];
        for (Outbreak outbreak : outbreaks) {
            for (int step = outbreak.from(); step <= outbreak.to(); step++) {
                loud[outbreak.series()][step] = true;
            }
        }
        return loud;
    }

    private static List<String[]> rows(String name) {
        String file = "/reference/early-warning/injected/" + name;
        try (InputStream stream = Objects.requireNonNull(InjectedSet.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
