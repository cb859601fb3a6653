package org.tongxin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/generated/errors.md} in step with the sentences: run with {@code -Dupdate=true} to write it anew. */
class ErrorCatalogueTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path CATALOGUE = Path.of("../docs/generated/errors.md");
    private static final Pattern CODE = Pattern.compile("\"([A-Z]-\\d{3})\"");

    @Test
    void theCatalogueHoldsEveryErrorInBothLanguages() throws IOException {
        Map<String, String> english = sentences("(?!.*_zh_CN).*\\.properties");
        Map<String, String> chinese = sentences(".*_zh_CN\\.properties");
        StringBuilder text = new StringBuilder(
                "# Errors\n\nWritten from the message bundles by `ErrorCatalogueTest`. Each code is stable.\n\n"
                        + "| code | 中文 | English |\n| --- | --- | --- |\n");
        english.forEach(
                (code, sentence) -> text.append("| %s | %s | %s |\n".formatted(code, chinese.get(code), sentence)));
        if (Boolean.getBoolean("update")) {
            Files.writeString(CATALOGUE, text);
        }
        assertThat(CATALOGUE).hasContent(text.toString());
    }

    @Test
    void everyCodeThatTheProgramUsesHasItsSentence() throws IOException {
        Map<String, String> sentences = sentences("(?!.*_zh_CN).*\\.properties");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                TreeSet<String> used = CODE.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(sentences.keySet()).as("codes in " + file).containsAll(used);
            }
        }
    }

    private static Map<String, String> sentences(String names) throws IOException {
        Map<String, String> sentences = new TreeMap<>();
        try (Stream<Path> files = Files.list(MESSAGES)) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches(names))
                    .sorted()
                    .toList()) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().stream()
                        .filter(key -> key.matches("error\\.[A-Z]-\\d{3}"))
                        .forEach(key -> {
                            String sentence = line(properties, key) + " " + line(properties, key + ".next");
                            assertThat(sentences.put(key.substring(6), sentence))
                                    .as(key + ", given twice, again in " + file)
                                    .isNull();
                        });
            }
        }
        sentences.replaceAll((code, sentence) -> sentence.strip());
        return sentences;
    }

    private static String line(Properties properties, String key) {
        return properties
                .getProperty(key, "")
                .replace("''", "'")
                .replace("\n", " ")
                .replace("|", "\\|");
    }
}
