package org.tongxin.app.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxin.app.supervision.RiskFactor;
import org.tongxin.app.surveillance.EpisodeOutcome;
import org.tongxin.app.surveillance.SignalState;
import org.tongxin.app.warning.WarningState;

/** Every act that the product writes into the audit, read from its sources, has words in both languages. */
class AuditWordsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** Where an act is written: the second argument is its code. */
    private static final Pattern WRITTEN = Pattern.compile("\\b(?:audit\\s*\\.\\s*record|clerk\\s*\\.\\s*audit)\\(");

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern CHOICE = Pattern.compile("[^\"]*\\?\\s*\"[^\"]*\"\\s*:\\s*\"[^\"]*\"");

    /** What is put together or handed on, as it stands in the source, with the codes that it gives. */
    private static final Map<String, Set<String>> COMPOSED = Map.of(
            "Readings ACTION",
            Set.of("personal.read"),
            "Exercises \"exercise.\" + column.replace(\"_at\", \"\")",
            Set.of("exercise.started", "exercise.ended", "exercise.closed"),
            "Signals \"signal.\" + state.name().toLowerCase(java.util.Locale.ROOT)",
            names("signal.", true, SignalState.values()),
            "RiskFactors \"factor.\" + state.name()",
            names("factor.", false, RiskFactor.State.values()),
            "Warnings \"warning.\" + now.state()",
            names("warning.", false, WarningState.values()),
            "Scenarios \"scenario.\" + to",
            Set.of("scenario.QUEUED", "scenario.CANCELLED"),
            "Procurement \"supply.order\" + state.name()",
            Set.of("supply.orderARRIVED", "supply.orderCANCELLED"),
            "EpisodeCare action",
            episodes(),
            "Clerk action",
            Set.of());

    private static Set<String> names(String before, boolean small, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> before + (small ? value.name().toLowerCase(Locale.ROOT) : value.name()))
                .collect(Collectors.toSet());
    }

    private static Set<String> episodes() {
        Set<String> acts = new TreeSet<>(Set.of("episode.taken", "episode.snoozed"));
        acts.addAll(names("episode.", true, EpisodeOutcome.values()));
        return acts;
    }

    /** A place in the sources that writes an act. @param code as it stands there */
    private record Writing(String type, String code) {

        @Override
        public String toString() {
            return type + " " + code;
        }
    }

    private static List<Writing> writings() throws IOException {
        List<Writing> writings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher written = WRITTEN.matcher(source);
                while (written.find()) {
                    String type = file.getFileName().toString().replace(".java", "");
                    writings.add(new Writing(type, second(source, written.end())));
                }
            }
        }
        return writings;
    }

    /** The second argument of a call whose arguments begin at a place, in one line. */
    private static String second(String source, int start) {
        int depth = 0;
        int first = -1;
        boolean quoted = false;
        for (int place = start; place < source.length(); place++) {
            char sign = source.charAt(place);
            if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted && "([{".indexOf(sign) >= 0) {
                depth++;
            } else if (!quoted && ")]}".indexOf(sign) >= 0) {
                depth--;
            } else if (!quoted && sign == ',' && depth == 0 && first < 0) {
                first = place + 1;
            } else if (!quoted && sign == ',' && depth == 0) {
                return source.substring(first, place).strip().replaceAll("\\s+", " ");
            }
        }
        throw new AssertionError("a call that writes no act: " + source.substring(start, start + 80));
    }

    private static Set<String> acts() throws IOException {
        Set<String> acts = new TreeSet<>();
        for (Writing writing : writings()) {
            Matcher literal = LITERAL.matcher(writing.code());
            if (literal.matches()) {
                acts.add(literal.group(1));
            } else if (CHOICE.matcher(writing.code()).matches()) {
                LITERAL.matcher(writing.code())
                        .results()
                        .map(found -> found.group(1))
                        .forEach(acts::add);
            } else {
                assertThat(COMPOSED).as("say in this test which acts it gives").containsKey(writing.toString());
                acts.addAll(COMPOSED.get(writing.toString()));
            }
        }
        return acts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"acts.properties", "acts_zh_CN.properties"})
    void everyActHasWordsAndNoWordsAreLeftOver(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/messages", bundle), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        assertThat(words.stringPropertyNames())
                .isEqualTo(acts().stream().map(act -> "act." + act).collect(Collectors.toSet()));
        assertThat(words.values()).allSatisfy(word -> assertThat((String) word).isNotBlank());
    }

    @Test
    void theActsAreFoundInTheSources() throws IOException {
        assertThat(writings()).hasSizeGreaterThan(150);
        assertThat(acts()).contains("login", "warning.ISSUED", "supply.counted", "duty.present", "duty.left");
        assertThat(writings().stream().map(Writing::toString))
                .as("what was said of codes that are put together is still true")
                .containsAll(COMPOSED.keySet());
    }
}
