package org.tongxin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong input ends with code 2 and a sentence with file, line and value, and leaves no file behind. */
class BadInputTest {

    private static final String HEAD = "index,date,unit,observed,state,population\n";

    @TempDir
    Path folder;

    private Path output;

    @BeforeEach
    void nameOutput() {
        output = folder.resolve("out.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,,A,many,0,1            ; line 2; many; is not a number",
                "1,,A,-3,0,1              ; line 2; -3; is negative",
                "1,,A,1,0,1|3,,A,1,0,1    ; line 3; 3; should be 2",
                "1,,A,1,0,1|1,,A,1,0,1    ; line 3; 1; stands again",
                "2,,A,1,0,1|1,,A,1,0,1    ; line 3; 1; Sort",
                "1,,A,1,0                 ; line 2; 5 values; head has 6",
                "1,,A,Infinity,0,1        ; line 2; Infinity; not a finite number",
                "x,,A,1,0,1               ; line 2; x; is not a number",
                "1.5,,A,1,0,1             ; line 2; 1.5; whole number",
                "1,2021-02-30,A,1,0,1     ; line 2; 2021-02-30; calendar",
                "1,soon,A,1,0,1           ; line 2; soon; is not a date",
                "1,2021-01-04,A,1,0,1|2,2021-01-04,A,1,0,1 ; line 3; 2021-01-04; not later",
                "1,2021-01-04,A,1,0,1|2,2021-01-11,A,1,0,1|3,2021-01-25,A,1,0,1 ; line 4; 2021-01-25; 14 days",
                "1,,A,\"1,0,1             ; line 2; quotation; twice",
            })
    void aSeriesIsRefusedWithLineAndValue(String rows, String line, String value, String words) throws IOException {
        Path input = write(HEAD + rows.replace("|", "\n") + "\n");
        refused(detect(input, "earsC", ""), input.toString(), line, value, words);
    }

    @Test
    void aMissingColumnIsNamedWithThoseThereAre() throws IOException {
        Path input = write("index,unit,cases\n1,A,3\n");
        refused(detect(input, "earsC", ""), input.toString(), "line 1", "observed", "index, unit, cases");
    }

    @Test
    void aMissingPopulationIsNamedWhereItIsNeeded() throws IOException {
        Path input = write("index,unit,observed\n1,A,3\n");
        refused(detect(input, "farringtonFlexible", "populationOffset=TRUE"), "population");
    }

    @Test
    void emptyAndUnreadableFilesAreRefused() throws IOException {
        refused(detect(write(""), "earsC", ""), "empty");
        refused(detect(write(HEAD), "earsC", ""), "no row");
        refused(detect(folder.resolve("none.csv"), "earsC", ""), "none.csv", "no such file");
        refused(detect(folder, "earsC", ""), "is a folder");
    }

    @Test
    void textThatIsNotUtf8IsRefusedWithItsLineAndARemedy() throws IOException {
        Path input = folder.resolve("in.csv");
        Files.write(input, (HEAD + "1,,浦东,3,0,1\n").getBytes(Charset.forName("GB18030")));
        refused(detect(input, "earsC", ""), "line 2", "not UTF-8", "0xC6", "GB18030", "iconv");
    }

    @Test
    void aByteOrderMarkIsAllowed() throws IOException {
        StringBuilder rows = new StringBuilder("\uFEFF" + HEAD);
        for (int index = 1; index <= 9; index++) {
            rows.append(index).append(",,浦东,3,0,1\r\n");
        }
        Program run =
                Program.run("detect", "--method=earsC", "--input=" + write(rows.toString()), "--output=" + output);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Program.lines(output).get(1)).startsWith("8,浦东,3,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ears              ; ''                       ; ears; earsC, farringtonFlexible",
                "earsC             ; range=1:2, basline=7     ; range; 2, basline=7",
                "earsC             ; basline=7                ; basline; alpha, baseline",
                "earsC             ; method=C4                ; C4; C1, C2 or C3",
                "earsC             ; alpha=low                ; alpha; must be a number",
                "earsC             ; alpha=2                  ; alpha; 2.0",
                "earsC             ; alpha                    ; alpha; key=value",
                "earsC             ; range=9                  ; range; 8:312",
                "earsC             ; range=9:8                ; 9:8; Exchange",
                "earsC             ; range=2:900              ; 2:900; 1:40",
                "earsC             ; range=3:40               ; unit A; history",
                "farringtonFlexible; b=1.5                    ; 1.5; whole number",
                "farringtonFlexible; trend=maybe              ; maybe; TRUE or FALSE",
                "farringtonFlexible; thresholdMethod=guess    ; guess; nbPlugin",
                "farringtonFlexible; ''                       ; unit A; years",
                "cusum             ; m=3                      ; m; only be NULL",
                "glrnb             ; mu0=1                    ; mu0; 2 values",
            })
    void aMethodAndItsControlsAreRefusedWithTheirNames(String method, String control, String value, String words)
            throws IOException {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int index = 1; index <= 40; index++) {
            rows.append(index).append(",,A,").append(index % 3).append(",0,1\n");
        }
        refused(detect(write(rows.toString()), method, control), value, words);
    }

    @Test
    void glmWarningsHasNoMeaningAndIsAccepted() throws IOException {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int index = 1; index <= 20; index++) {
            rows.append(index).append(",,A,1,0,1\n");
        }
        assertThat(detect(write(rows.toString()), "earsC", "glmWarnings=FALSE").code())
                .isZero();
    }

    @Test
    void anOutputFolderThatDoesNotExistIsRefusedBeforeTheWork() throws IOException {
        Path input = write(HEAD + "1,,A,1,0,1\n");
        output = folder.resolve("none/out.csv");
        refused(detect(input, "earsC", ""), "none", "does not exist");
    }

    @Test
    void aWrongOptionIsRefusedWithAHint() {
        refused(
                Program.run("detect", "--method=earsC", "--input=in.csv", "--output=" + output, "--contrl=b"),
                "--contrl",
                "--help");
        refused(Program.run("scan", "--model=poisson"), "--cases");
        refused(Program.run("find"), "find");
        refused(Program.run(), "detect", "reproduction", "scan");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "willow 2 2021/1/4    ; line 2; willow; not in the file of places",
                "clinic-3 two 2021/1/4; line 2; two; is not a number",
                "clinic-3 -2 2021/1/4 ; line 2; -2; is negative",
                "clinic-3 1.5 2021/1/4; line 2; 1.5; whole number",
                "clinic-3 2 2022/1/4  ; line 2; 2022/1/4; outside",
                "clinic-3 2 today     ; line 2; today; is not a date",
                "clinic-3 2           ; line 2; clinic-3 2; A line is",
                "clinic-3 2 2021/1/4 1; line 2; 4 values; A line is",
            })
    void casesAreRefusedWithLineAndValue(String row, String line, String value, String words) throws IOException {
        Path cases = Files.writeString(folder.resolve("a.cas"), "clinic-3 1 2021/1/1\n" + row + "\n");
        refused(
                scan("clinic-3 0 0\ncourt 1 1\n", cases, "--from=2021-01-01", "--to=2021-01-31"),
                cases.toString(),
                line,
                value,
                words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "clinic-3 0 0|clinic-3 1 1 ; line 2; clinic-3; stands twice",
                "clinic-3 0                ; line 1; clinic-3 0; A line is",
                "clinic-3 0 north          ; line 1; north; is not a number",
            })
    void placesAreRefusedWithLineAndValue(String rows, String line, String value, String words) throws IOException {
        Path cases = Files.writeString(folder.resolve("a.cas"), "clinic-3 1 2021/1/1\n");
        refused(scan(rows.replace("|", "\n"), cases, "--from=2021-01-01", "--to=2021-01-31"), line, value, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--from=2021-01-01                                         ; --to; missing",
                "--from=2021-02-01 --to=2021-01-01                         ; 2021-02-01; Exchange",
                "--from=2021-01-01 --to=2021-01-05                         ; (14); 5 days",
                "--from=2021-01-01 --to=2021-01-31 --max-space=2           ; 2.0; maxShare",
                "--from=2021-01-01 --to=2021-01-31 --coordinates=polar     ; polar; latlong",
                "--from=2021-01-01 --to=2021-01-31 --threads=none          ; none; --threads",
                "--from=2021-01-01 --to=2021-01-31 --purely-spatial        ; purely spatial; Poisson",
                "--from=2021-01-01 --to=2021-01-31 --coordinates=latlong   ; 91; latitude",
            })
    void settingsOfAScanAreRefusedWithTheirValue(String options, String value, String words) throws IOException {
        Path cases = Files.writeString(folder.resolve("a.cas"), "clinic-3 1 2021/1/1\n");
        refused(scan("clinic-3 91 0\n", cases, options.split(" ")), value, words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"detect", "reproduction", "scan"})
    void helpNamesEveryCommandAndEachCommandItsOptions(String command) {
        assertThat(Program.run("--help").out()).contains(command);
        assertThat(Program.run(command, "--help").out()).contains("tongxin " + command, "--output");
        assertThat(Program.run("--version").out()).startsWith("tongxin ");
    }

    @Test
    void populationsAndControlsAreAskedForAndChecked() throws IOException {
        Path geo = Files.writeString(folder.resolve("a.geo"), "clinic-3 0 0\ncourt 1 1\n");
        Path cases = Files.writeString(folder.resolve("a.cas"), "clinic-3 1 2021/1/1\n");
        Path population = folder.resolve("a.pop");
        String[] options = {
            "scan",
            "--model=poisson",
            "--cases=" + cases,
            "--geo=" + geo,
            "--from=2021-01-01",
            "--to=2021-01-31",
            "--output=" + folder,
            "--population=" + population
        };
        Files.writeString(population, "clinic-3 2021 10\n");
        refused(Program.run(options), "court", "no population");
        Files.writeString(population, "clinic-3 2021 10\nclinic-3 2022 11\n");
        refused(Program.run(options), "line 2", "second population");
        Files.writeString(population, "clinic-3 2021 10\ncourt 2022 11\n");
        refused(Program.run(options), "line 2", "2022", "2021");
        refused(
                Program.run(
                        "scan",
                        "--model=bernoulli",
                        "--cases=" + cases,
                        "--geo=" + geo,
                        "--purely-spatial",
                        "--output=" + folder),
                "--controls");
    }

    @Test
    void incidenceAndSerialIntervalAreRefusedWithLineAndValue() throws IOException {
        Path weights = Files.writeString(folder.resolve("si.csv"), "lag,w\n0,0\n1,0.5\n2,0.5\n");
        refused(reproduction("1,5\n3,5\n", weights), "line 3", "should be 2");
        refused(reproduction("1,5\n2,\n", weights), "line 3", "missing");
        refused(reproduction("1,5\n2,-5\n", weights), "line 3", "-5");
        refused(reproduction("1,5\n2,5\n", weights), "2 days", "--window");
        Files.writeString(weights, "lag,w\n1,0.5\n2,0.5\n");
        refused(reproduction("1,5\n2,5\n3,1\n4,1\n5,1\n6,1\n7,1\n8,1\n", weights), "line 2", "should be 0");
        Files.writeString(weights, "lag,w\n0,0\n1,0.5\n");
        refused(reproduction("1,5\n2,5\n3,1\n4,1\n5,1\n6,1\n7,1\n8,1\n", weights), "si.csv", "0.5");
    }

    private Program reproduction(String rows, Path weights) throws IOException {
        Path incidence = Files.writeString(folder.resolve("i.csv"), "index,incidence\n" + rows);
        return Program.run("reproduction", "--incidence=" + incidence, "--si=" + weights, "--output=" + output);
    }

    private Program scan(String places, Path cases, String... options) throws IOException {
        Path geo = Files.writeString(folder.resolve("a.geo"), places);
        return Program.run(Stream.concat(
                        Stream.of(
                                "scan",
                                "--model=space-time-permutation",
                                "--cases=" + cases,
                                "--geo=" + geo,
                                "--output=" + folder),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private Program detect(Path input, String method, String control) {
        return Program.run(
                "detect",
                "--method",
                method,
                "--control",
                control,
                "--input",
                input.toString(),
                "--output",
                output.toString());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("in.csv"), text, StandardCharsets.UTF_8);
    }

    private void refused(Program run, String... words) {
        assertThat(run.err()).contains(words).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(run.code()).isEqualTo(2);
        assertThat(output).doesNotExist();
        assertThat(folder.resolve("clusters.csv")).doesNotExist();
    }
}
