package org.tongxin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultDetectionTest {

    @TempDir
    Path folder;

    private Program detect(Path input, String... more) {
        String[] arguments = {"detect", "--method", "auto", "--input", input.toString(), "--output", output().toString()
        };
        return Program.run(
                java.util.stream.Stream.concat(java.util.Arrays.stream(arguments), java.util.Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private Path output() {
        return folder.resolve("out.csv");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("wide.csv"), text);
    }

    @Test
    void everyRowOfEverySeriesIsJudgedAndSaysWhy() {
        Path weekly = Program.REFERENCE.resolve("early-warning/injected/weekly_public_counts.csv");
        assertThat(detect(weekly).code()).isZero();
        assertThat(Program.lines(output()).getFirst())
                .isEqualTo("index,series,observed,expected,lower,upper,pvalue,alarm,method,reason");
        List<String> rows = Program.lines(output());
        assertThat(rows).hasSize(1 + 40 * 416);
        assertThat(rows.getLast()).startsWith("416,s40,").contains("regression_season", "calibrated on");
        assertThat(rows.get(3)).contains("fixed_threshold", "learned from 2 counts");
    }

    @Test
    void aGapInTheDatesIsMissingAndKeepsItsWeekday() throws IOException {
        StringBuilder text = new StringBuilder("index,date,clinic\n");
        java.time.LocalDate day = java.time.LocalDate.of(2021, 3, 1);
        for (int row = 1; row <= 100; row++) {
            day = day.plusDays(row == 60 ? 8 : 1);
            text.append(row)
                    .append(',')
                    .append(day)
                    .append(',')
                    .append(day.getDayOfWeek().getValue() >= 6 ? 4 : 20)
                    .append('\n');
        }
        assertThat(detect(write(text.toString())).code()).isZero();
        Map<String, String> last = Program.table(output()).getLast();
        assertThat(last.get("index")).isEqualTo("100");
        assertThat(Program.number(last.get("expected")))
                .isBetween(
                        day.getDayOfWeek().getValue() >= 6 ? 3.0 : 17.0,
                        day.getDayOfWeek().getValue() >= 6 ? 5.5 : 22.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "index,date,a|1,2021-03-01,-2                  ; line 2; -2; negative",
                "index,date,a|1,2021-03-01,2.5                 ; line 2; 2.5; whole number",
                "index,date,a|1,2021-03-02,1|2,2021-03-01,1    ; line 3; 2021-03-01; not later",
                "index,date,a|1,2021-03-02,1|2,2021-03-02,1    ; line 3; 2021-03-02; not later",
                "index,date|1,2021-03-01                       ; column; series; index and date",
                "index,a|1,4                                   ; line 1; date; missing",
                "index,date,a,|1,2021-03-01,4,                 ; column; no name; Name each series",
                "index,date,a|1,2021-03-01,1|2,2021-03-06,1|3,2021-03-11,1 ; 5 days; weeks; daily or weekly",
            })
    void aWrongFileIsRefused(String rows, String one, String other, String third) throws IOException {
        Program program = detect(write(rows.replace("|", "\n") + "\n"));
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains(one, other, third).doesNotContain("Exception");
        assertThat(output()).doesNotExist();
    }

    @Test
    void onePointAndOnlyZerosAreAnswered() throws IOException {
        assertThat(detect(write("index,date,a\n1,2021-03-01,9\n")).code()).isZero();
        assertThat(Program.table(output()).getFirst().get("alarm")).isEqualTo("1");
        StringBuilder zeros = new StringBuilder("index,date,a\n");
        for (int row = 0; row < 400; row++) {
            zeros.append(row + 1)
                    .append(',')
                    .append(java.time.LocalDate.of(2021, 1, 1).plusDays(row))
                    .append(",0\n");
        }
        assertThat(detect(write(zeros.toString())).code()).isZero();
        assertThat(Program.table(output())).allMatch(row -> row.get("alarm").equals("0"));
    }

    @Test
    void wrongOptionsAreNamed() throws IOException {
        Path input = write("index,date,a\n1,2021-03-01,9\n");
        assertThat(detect(input, "--alpha", "0.9").err()).contains("0.9");
        assertThat(detect(input, "--calendar", "moon").err()).contains("moon");
        assertThat(detect(input, "--control", "b=3").code()).isEqualTo(2);
        assertThat(detect(input, "--corrected-dispersion").err()).contains("farringtonFlexible");
        assertThat(detect(input, "--alpha", "0.001").code()).isZero();
    }
}
