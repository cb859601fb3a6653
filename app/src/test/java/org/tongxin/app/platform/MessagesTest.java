package org.tongxin.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

    @Test
    void bothLanguagesHaveTheSameKeysWithTheSameValues() throws IOException {
        List<Path> english;
        try (Stream<Path> files = Files.list(FOLDER)) {
            english = files.filter(file -> !file.toString().contains("_zh_CN")).toList();
        }
        assertThat(english).isNotEmpty();
        for (Path file : english) {
            Properties first = read(file);
            Properties second = read(Path.of(file.toString().replace(".properties", "_zh_CN.properties")));
            assertThat(second.stringPropertyNames()).as("%s", file).isEqualTo(first.stringPropertyNames());
            for (String key : first.stringPropertyNames()) {
                assertThat(arguments(second.getProperty(key)))
                        .as("arguments of %s", key)
                        .isEqualTo(arguments(first.getProperty(key)));
            }
        }
    }

    /** A message without arguments is shown as it stands; sentences of the start ({@code error.P-}) are always formatted. */
    @Test
    void anApostropheIsDoubledOnlyWhereAnArgumentStands() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                read(file).forEach((key, value) -> {
                    boolean formatted =
                            ARGUMENT.matcher((String) value).find() || ((String) key).startsWith("error.P-");
                    String single = ((String) value).replace("''", "");
                    assertThat(formatted ? single : (String) value)
                            .as("%s in %s", key, file.getFileName())
                            .doesNotContain(formatted ? "'" : "''");
                });
            }
        }
    }

    /** A heading that begins with a count says "1 street", not "1 streets". */
    @Test
    void headingsInEnglishCountOneAsOne() throws IOException {
        Pattern many = Pattern.compile("1 (rows|streets|posts|exercises|warnings|measures|requests|tasks|calls)\\b.*");
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(each -> !each.toString().contains("_zh_CN")).toList()) {
                read(file).forEach((key, value) -> {
                    if (((String) key).contains(".h1") && ((String) value).startsWith("{0")) {
                        MessageFormat sentence = new MessageFormat((String) value, Locale.ENGLISH);
                        assertThat(sentence.format(new Object[] {1, 1, 1, 1, 1}))
                                .as("%s", key)
                                .doesNotMatch(many);
                    }
                });
            }
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> arguments(String sentence) {
        return ARGUMENT.matcher(sentence)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
