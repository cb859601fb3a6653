package org.tongxin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shipped under {@code data/} is what its provenance sheet describes. */
class ProvenanceTest {

    private static final String SHEET = "PROVENANCE.md";
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| ([0-9a-f]{64}) \\|");
    private static final int PARENTS_SEARCHED = 3;
    private static final int DEPTH = 6;

    private final Path data = dataFolder();

    @Test
    void everyShippedFileStandsInTheSheetWithItsHash() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve(SHEET));
        List<Path> files = files();
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            String name = data.relativize(file).toString().replace('\\', '/');
            assertThat(lines)
                    .as("%s must stand in data/%s on one line with its SHA-256", name, SHEET)
                    .anySatisfy(line -> assertThat(line).contains("`" + name + "`", sha256(file)));
        }
    }

    @Test
    void everyHashInTheSheetIsThatOfAFile() throws IOException {
        List<Matcher> rows = Files.readAllLines(data.resolve(SHEET)).stream()
                .map(ROW::matcher)
                .filter(Matcher::find)
                .toList();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(sha256(data.resolve(row.group(1))))
                        .as(row.group(1))
                        .isEqualTo(row.group(2)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(data, DEPTH)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(data.resolve(SHEET)))
                    .sorted()
                    .toList();
        }
    }

    /** Tests run in the module's folder or in the root of the repository. */
    private static Path dataFolder() {
        Path folder = Path.of("").toAbsolutePath();
        for (int i = 0; i <= PARENTS_SEARCHED && folder != null; i++, folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("data")) && Files.isDirectory(folder.resolve("core"))) {
                return folder.resolve("data");
            }
        }
        throw new IllegalStateException(
                "No folder with data/ and core/ at or above " + Path.of("").toAbsolutePath());
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new IllegalStateException("The hash of " + file + " could not be computed.", failure);
        }
    }
}
