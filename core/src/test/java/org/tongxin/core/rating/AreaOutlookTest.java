package org.tongxin.core.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AreaOutlookTest {

    private static final Path PUDONG = Path.of("../data/pudong-2022");
    private static final LocalDate FIRST = LocalDate.of(2022, 3, 18);
    private static final LocalDate LAST_KNOWN = LocalDate.of(2022, 3, 25);
    private static final LocalDate APRIL = LocalDate.of(2022, 4, 1);
    private static final LocalDate APRIL_LAST = LocalDate.of(2022, 4, 7);

    /** Days from the middle of 19 to 25 March to the middle of the first week of April. */
    private static final double HORIZON = 13;

    @Test
    void theFirstWeekOfAprilIsRankedBetterThanByTheCountsBefore() throws IOException {
        List<String> streets = Files.readAllLines(PUDONG.resolve("street-points.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, 9))
                .sorted()
                .toList();
        double[] communities = new double[streets.size()];
        for (String line : Files.readAllLines(PUDONG.resolve("areas.csv"))) {
            if (line.contains(",community,") && streets.contains(line.substring(0, 9))) {
                communities[streets.indexOf(line.substring(0, 9))]++;
            }
        }
        double[][] counts = counts(streets, FIRST, LAST_KNOWN);
        double[] truth = sums(counts(streets, APRIL, APRIL_LAST));
        double[] persistence = sums(counts(streets, FIRST.plusDays(1), LAST_KNOWN));
        double[] outlook = AreaOutlook.of(counts, communities, HORIZON).expectedShare();

        assertThat(streets).hasSize(36);
        assertThat(spearman(persistence, truth)).isCloseTo(0.623, within(0.0005));
        assertThat(commonTopTen(persistence, truth)).isEqualTo(6);
        assertThat(spearman(outlook, truth)).isGreaterThan(0.84);
        assertThat(commonTopTen(outlook, truth)).isEqualTo(7);
    }

    private static double[][] counts(List<String> streets, LocalDate from, LocalDate to) throws IOException {
        double[][] counts = new double[streets.size()][(int) ChronoUnit.DAYS.between(from, to) + 1];
        for (String line : Files.readAllLines(PUDONG.resolve("street-daily.csv"))) {
            String[] cells = line.split(",", -1);
            int street = cells[1].length() < 9 ? -1 : streets.indexOf(cells[1].substring(0, 9));
            if (street >= 0) {
                long day = ChronoUnit.DAYS.between(from, LocalDate.parse(cells[0]));
                if (day >= 0 && day < counts[street].length) {
                    counts[street][(int) day] += Integer.parseInt(cells[3]);
                }
            }
        }
        return counts;
    }

    private static double[] sums(double[][] counts) {
        return Arrays.stream(counts)
                .mapToDouble(days -> Arrays.stream(days).sum())
                .toArray();
    }

    private static double spearman(double[] one, double[] other) {
        double[] first = ranks(one);
        double[] second = ranks(other);
        double mean = (one.length + 1) / 2.0;
        double product = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < one.length; i++) {
            product += (first[i] - mean) * (second[i] - mean);
            left += (first[i] - mean) * (first[i] - mean);
            right += (second[i] - mean) * (second[i] - mean);
        }
        return product / Math.sqrt(left * right);
    }

    private static double[] ranks(double[] values) {
        return Arrays.stream(values)
                .map(value -> Arrays.stream(values)
                                .filter(other -> other < value)
                                .count()
                        + (Arrays.stream(values).filter(other -> other == value).count() + 1) / 2.0)
                .toArray();
    }

    private static int commonTopTen(double[] one, double[] other) {
        Set<Integer> common = new HashSet<>(topTen(one));
        common.retainAll(topTen(other));
        return common.size();
    }

    private static List<Integer> topTen(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer area) -> -values[area]))
                .limit(10)
                .toList();
    }

    @Test
    void farAheadOnlySizeCountsAndNearTheCountsDo() {
        double[][] counts = {{9, 8, 9, 8}, {1, 2, 1, 2}};
        double[] size = {1, 1};
        assertThat(AreaOutlook.of(counts, size, 0.01).expectedShare()[0]).isCloseTo(0.85, within(0.02));
        assertThat(AreaOutlook.of(new double[][] {{9, 1, 3, 4}, {1, 9, 4, 3}}, size, 100)
                        .expectedShare()[0])
                .isCloseTo(0.5, within(0.01));
    }

    @Test
    void withoutCountsThereIsNothingToLookAheadFrom() {
        assertThatThrownBy(() -> AreaOutlook.of(new double[][] {{0, 0, 0, 0}}, new double[] {1}, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AreaOutlook.of(new double[][] {{1, 2, 3, -4}}, new double[] {1}, 5))
                .hasMessageContaining("-4");
        assertThatThrownBy(() -> AreaOutlook.of(new double[][] {{1, 2, 3, 4}, {1, 2, 3}}, new double[] {1, 1}, 5))
                .hasMessageContaining("3 days");
        assertThatThrownBy(() -> AreaOutlook.of(new double[][] {{1, 2, 3, 4}}, new double[] {0}, 5))
                .hasMessageContaining("0.0");
    }
}
