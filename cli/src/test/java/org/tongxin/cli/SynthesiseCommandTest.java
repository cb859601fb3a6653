package org.tongxin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesiseCommandTest {

    private static final Path SHIPPED = Path.of("../data/districts");

    @TempDir
    Path folder;

    private Program synthesise(Path output, String... more) {
        return synthesise(SHIPPED, output, more);
    }

    private static Program synthesise(Path districts, Path output, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "synthesise",
                "--district=440306",
                "--scale=0.01",
                "--seed=5",
                "--districts=" + districts,
                "--output=" + output));
        arguments.addAll(List.of(more));
        return Program.run(arguments.toArray(String[]::new));
    }

    @Test
    void whatItAddsUpToIsWrittenBesideWhatItShould() {
        Program program = synthesise(folder);
        assertThat(program.code()).isZero();
        assertThat(program.err()).contains("宝安区", "44,766 synthetic people");
        for (Map<String, String> margin : Program.table(folder.resolve("margins.csv"))) {
            double target = Program.number(margin.get("target"));
            assertThat(Program.number(margin.get("value")))
                    .as(margin.get("measure"))
                    .isCloseTo(target, within(0.01 * target));
        }
        for (Map<String, String> setting : Program.table(folder.resolve("contacts.csv"))) {
            double target = Program.number(setting.get("target"));
            assertThat(Program.number(setting.get("mean")))
                    .as(setting.get("setting"))
                    .isCloseTo(target, within(0.1 * target));
        }
        assertThat(Program.table(folder.resolve("contacts-by-age.csv"))).hasSize(4 * 18);
        assertThat(Program.lines(folder.resolve("summary.json")))
                .anySatisfy(line -> assertThat(line).contains("44766"));
    }

    @Test
    void peopleOfStreetsAndCommunitiesAddUp() {
        synthesise(folder);
        long[] people = new long[3];
        for (Map<String, String> area : Program.table(folder.resolve("areas.csv"))) {
            int ring = List.of("district", "street", "community").indexOf(area.get("level"));
            people[ring] += Long.parseLong(area.get("people"));
        }
        assertThat(people).containsExactly(44_766, 44_766, 44_766);
        assertThat(Program.table(folder.resolve("areas.csv"))).hasSize(1 + 11 + 141);
    }

    @Test
    void everyAssumptionIsWrittenWithItsSource() {
        synthesise(folder, "--set=team_size=8", "--set=ROOM_SIZE=6");
        List<String> lines = Program.lines(folder.resolve("assumptions.csv"));
        assertThat(lines)
                .contains(
                        "team_size,people of a team,8,people,set by the user",
                        "room_size,people in a room of collective quarters,6,people,set by the user",
                        "mean_family_size,mean family size,2.25,people,assumption",
                        "seed,\"same seed, same people\",5,,set by the user");
        assertThat(lines).hasSizeGreaterThan(45);
    }

    @Test
    void sameSeedWritesTheSameFiles() throws IOException {
        Path again = folder.resolve("again");
        Path other = folder.resolve("other");
        Path first = folder.resolve("first");
        synthesise(first);
        synthesise(again);
        synthesise(other, "--set=street_spread=0.1");
        assertThat(texts(again)).isEqualTo(texts(first)).hasSize(8);
        assertThat(texts(other)).isNotEqualTo(texts(first));
    }

    private static List<String> texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(file -> String.join("\n", Program.lines(file)))
                    .toList();
        }
    }

    @Test
    void whatCannotBeDoneIsSaid() throws IOException {
        Path output = folder.resolve("out");
        assertThat(refused(synthesise(output, "--set=team=8"))).contains("team", "assumptions.csv");
        assertThat(refused(synthesise(output, "--set=team_size=0"))).contains("TEAM_SIZE", "0.0", "2.0..500.0");
        assertThat(refused(Program.run("synthesise", "--district=1", "--districts=" + SHIPPED, "--output=" + output)))
                .contains("no district 1", "310115");
        assertThat(refused(Program.run(
                        "synthesise",
                        "--district=310115",
                        "--scale=2",
                        "--districts=" + SHIPPED,
                        "--output=" + output)))
                .contains("scale (2.0)");
        assertThat(refused(synthesise(folder.resolve("nowhere"), output))).contains("districts.csv", "no such file");
        Path broken = Files.createDirectory(folder.resolve("broken"));
        for (String name : List.of("districts", "areas", "ages", "household-sizes", "contacts")) {
            Files.copy(SHIPPED.resolve(name + ".csv"), broken.resolve(name + ".csv"));
        }
        Files.writeString(
                broken.resolve("totals.csv"),
                "district_code,measure,value,unit,source\n440306,residents,-3,people,x\n");
        assertThat(refused(synthesise(broken, output))).contains("broken", "male_share");
    }

    private static String refused(Program program) {
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).doesNotContain("Exception");
        return program.err();
    }
}
