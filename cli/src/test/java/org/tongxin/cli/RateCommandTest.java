package org.tongxin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateCommandTest {

    private static final String CONFIG = """
            {"version": "test/1", "leastKnown": 0.5,
             "indicators": [
               {"name": "signal", "part": "signal", "weight": 60, "curve": [[0, 0], [10, 1]], "changeable": false},
               {"name": "overdue", "part": "coping", "weight": 40, "curve": [[0, 0], [5, 0.5], [20, 1]]}],
             "floors": [{"indicator": "unexplained", "from": 1, "level": "orange", "source": "suggested value"}],
             "thresholds": {"blue": 25, "yellow": 45, "orange": 65, "red": 80, "exitMargin": 10}}
            """;

    @TempDir
    Path folder;

    private Program rate(String config, String indicators) throws IOException {
        return Program.run(
                "rate",
                "--config=" + Files.writeString(folder.resolve("rating.json"), config),
                "--input=" + Files.writeString(folder.resolve("indicators.csv"), indicators),
                "--output=" + output());
    }

    private Path output() {
        return folder.resolve("levels.csv");
    }

    @Test
    void theContributionsAddUpAndTheLevelIsHeld() throws IOException {
        Program program = rate(
                CONFIG,
                "area,date,signal,overdue,unexplained\nA,2022-03-01,0,0,0\nA,2022-03-02,10,20,0\nA,2022-03-03,10,20,0\n"
                        + "A,2022-03-04,0,5,0\nB,2022-03-01,,,0\nB,2022-03-02,0,0,1\n");
        assertThat(program.err()).isEmpty();
        assertThat(program.code()).isZero();
        List<Map<String, String>> rows = Program.table(output());
        assertThat(rows)
                .extracting(row -> row.get("level"))
                .containsExactly("none", "none", "red", "red", "insufficient", "orange");
        assertThat(rows.get(3).get("index")).isEqualTo("20.0");
        assertThat(rows.get(3).get("overdue")).isEqualTo("20.0");
        for (Map<String, String> row : rows) {
            double sum = Program.number(row.get("signal").isEmpty() ? "0" : row.get("signal"))
                    + Program.number(row.get("overdue").isEmpty() ? "0" : row.get("overdue"));
            assertThat(Math.round(10 * sum)).isEqualTo(Math.round(10 * Program.number(row.get("index"))));
        }
        assertThat(rows.getLast().get("floor")).isEqualTo("unexplained");
        assertThat(rows.get(2).get("reason")).isEqualTo("signal 10: 60.0 of 60.0; overdue 20: 40.0 of 40.0");
    }

    @Test
    void anIndicatorWithoutAColumnIsSaidAndCountsAsUnknown() throws IOException {
        Program program = rate(CONFIG, "area,date,signal,overude\nA,2022-03-01,9,0\n");
        assertThat(program.code()).isZero();
        assertThat(program.err()).contains("overdue", "no column", "overude");
        assertThat(Program.table(output()).getFirst().get("overdue")).isEmpty();
    }

    @Test
    void wrongSettingsAreNamed() throws IOException {
        String rows = "area,date,signal\nA,2022-03-01,0\n";
        assertThat(refused(CONFIG.replace("60", "70"), rows)).contains("rating.json", "110");
        assertThat(refused(CONFIG.replace("\"orange\", \"source\"", "\"pink\", \"source\""), rows))
                .contains("pink");
        assertThat(refused(CONFIG.replace("[[0, 0], [10, 1]]", "[[0, 0], [10]]"), rows))
                .contains("signal", "[10]");
        assertThat(refused(CONFIG.replace("\"orange\", \"source\"", "\"none\", \"source\""), rows))
                .contains("none", "blue, yellow, orange or red");
        assertThat(refused(CONFIG.replace("false", "\"no\""), rows)).contains("changeable", "true or false");
        assertThat(refused(CONFIG.replace("\"test/1\"", "{\"is\": 1}"), rows)).contains("version", "text");
        assertThat(refused(CONFIG.replace("\"exitMargin\": 10", "\"exitMargin\": 30"), rows))
                .contains("exit margin", "30");
        assertThat(refused("{\"version\": ", rows)).contains("not JSON", "line");
        assertThat(refused("{}", rows)).contains("indicators", "missing");
    }

    @Test
    void wrongRowsAreNamed() throws IOException {
        assertThat(refused(CONFIG, "area,date,signal\nA,2022-03-02,0\nA,2022-03-01,0\n"))
                .contains("line 3", "2022-03-01");
        assertThat(refused(CONFIG, "area,date,signal\n,2022-03-02,0\n")).contains("line 2", "area");
        assertThat(refused(CONFIG, "area,date,signal,q\nA,2022-03-02,0,3\n")).contains("line 2", "3", "0..1");
        assertThat(refused(CONFIG, "area,date,signal\nA,2022-03-02,high\n")).contains("high");
    }

    private String refused(String config, String rows) throws IOException {
        Program program = rate(config, rows);
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).doesNotContain("Exception");
        assertThat(output()).doesNotExist();
        return program.err();
    }
}
