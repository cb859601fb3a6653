package org.tongxin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Run once by the build, on the JDK that the build chose: uses each command a little, so that the JVM can keep what it
 * loaded for later starts, and writes down where that JDK lives.
 */
final class FirstRun {

    private FirstRun() {}

    /** @param arguments the file to write */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("tongxin");
        run("--version");
        run("--help");
        scan(folder);
        detect(folder);
        simulate(folder);
        allocate(folder);
        deleteAll(folder);
        Files.writeString(Path.of(arguments[0]), System.getProperty("java.home") + "\n");
    }

    private static void scan(Path folder) throws IOException {
        Path places = Files.writeString(folder.resolve("places.geo"), "clinic-3 0 0\nwillow-court 5 5\n");
        Path cases =
                Files.writeString(folder.resolve("cases.cas"), "clinic-3 3 2021-01-09\nwillow-court 4 2021-01-02\n");
        run(
                "scan",
                "--model=space-time-permutation",
                "--cases=" + cases,
                "--geo=" + places,
                "--from=2021-01-01",
                "--to=2021-01-10",
                "--max-days=3",
                "--replications=9",
                "--output=" + folder);
    }

    private static void detect(Path folder) throws IOException {
        StringBuilder table = new StringBuilder("index,date,clinic-3\n");
        for (int day = 1; day <= 90; day++) {
            table.append(day)
                    .append(',')
                    .append(LocalDate.of(2021, 1, 1).plusDays(day))
                    .append(',')
                    .append(day % 7)
                    .append('\n');
        }
        Path wide = Files.writeString(folder.resolve("wide.csv"), table);
        run("detect", "--method=auto", "--input=" + wide, "--output=" + folder.resolve("out.csv"));
    }

    /** Long enough, and with measures, so that the JVM learns which code is hot, and compiles it sooner in later starts. */
    private static void simulate(Path folder) throws IOException {
        Path model = Files.writeString(folder.resolve("model.json"), """
                {"population": {"district": "310115", "scale": 0.01},
                 "disease": {"preset": "covid-2020"},
                 "contacts": {"firstGeneration": 2.7},
                 "arrivals": [{"day": 0, "people": 50}],
                 "rules": [
                   {"name": "tests", "measure": "symptomTesting", "dailyProbability": 0.3,
                    "test": {"sensitivity": 0.9, "specificity": 0.999, "delayDays": 1}, "from": 1, "until": 100},
                   {"name": "isolation", "measure": "caseIsolation", "compliance": 0.9, "days": 10, "inPlaces": true,
                    "from": 1, "until": 100},
                   {"name": "tracing", "measure": "contactTracing",
                    "found": {"household": 1.0, "school": 0.6, "work": 0.6, "community": 0.3, "random": 0.1},
                    "delayDays": {"household": 1}, "lookBackDays": 3, "compliance": 0.8, "quarantineDays": 10,
                    "inPlaces": false, "testOnDays": [0, 6],
                    "test": {"sensitivity": 0.9, "specificity": 0.999, "delayDays": 1}, "from": 1, "until": 100},
                   {"name": "closure", "measure": "contactLimit", "remaining": {"school": 0.5}, "where": "each street",
                    "fromCases": {"cases": 20, "days": 7}, "untilCases": {"cases": 2, "days": 7}, "longestDays": 30}],
                 "days": 100}
                """);
        run(
                "simulate",
                "--model=" + model,
                "--districts=" + Path.of("..", "..", "data", "districts"),
                "--replicates=40",
                "--threads=1",
                "--output=" + folder);
    }

    private static void allocate(Path folder) throws IOException {
        Path instance = Files.writeString(folder.resolve("people.json"), """
                {"format": "tongxin-dispatch/1", "kind": "people", "volunteers": 2,
                 "posts": [{"community": 0, "need": 2, "min": 1, "rewardMin": 9, "reward": 8}],
                 "arcs": [[0, 0, 1]], "changes": [{"leave": [1]}]}
                """);
        Path plan = folder.resolve("plan.json");
        run("allocate", "--input=" + instance, "--output=" + plan);
        run("check", "--input=" + instance, "--plan=" + plan);
    }

    private static void run(String... arguments) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        if (Tongxin.run(nowhere, nowhere, arguments) != 0) {
            throw new IllegalStateException("The first run of " + String.join(" ", arguments) + " failed.");
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
