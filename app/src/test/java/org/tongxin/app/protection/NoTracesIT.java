package org.tongxin.app.protection;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.support.PostgresTest;

/**
 * Nobody is rated, ranked, photographed or followed, and nobody's time online is kept: not in a column, not on a page, not
 * by a script. Basis: the rules of 2024 and 2026 on relieving the grassroots of formalities.
 */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest
class NoTracesIT {

    /** Columns that sound like a trace and are none, with the reason. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            entry("area.latitude", "where an area is"),
            entry("area.longitude", "where an area is"),
            entry("duty_post.latitude", "where a post stands"),
            entry("duty_post.longitude", "where a post stands"),
            entry("duty_post.online", "a post without a place, such as counselling"),
            entry("urgent_call.latitude", "where help is needed, not where anybody is"),
            entry("urgent_call.longitude", "where help is needed, not where anybody is"),
            entry("shift_repair.steps", "the moves of a repaired plan"),
            entry("simulation_risk_point.rank", "the order of places in a scenario"),
            entry("assignment.rank", "the how-manieth nearest to that post, a part of the reason for one shift"),
            entry("week_place.rank", "the how-manieth nearest to that post, a part of the reason for one shift"));

    /** Sentences that name a trace to say that there is none. */
    private static final Set<String> SENTENCES =
            Set.of("cooperation.requests.sub", "duty.keeps.3", "exercise.score.rule", "tasks.late.noFault");

    private static final Path RESOURCES = Path.of("src/main/resources");

    @Autowired
    JdbcClient jdbc;

    @Test
    void noColumnKeepsATrace() {
        TreeSet<String> left = new TreeSet<>(TraceScan.columns(columns()));
        left.removeAll(ALLOWED.keySet());
        assertThat(left)
                .as("columns to leave out, or to name in ALLOWED with the reason why they are of no person")
                .isEmpty();
        assertThat(columns()).containsAll(ALLOWED.keySet());
    }

    @Test
    void noTableHasBothAPersonAndAPosition() {
        for (String position : TraceScan.columns(columns())) {
            String table = position.substring(0, position.indexOf('.'));
            boolean place = position.endsWith(".latitude") || position.endsWith(".longitude");
            assertThat(place && columns().contains(table + ".person_id"))
                    .as(position)
                    .isFalse();
        }
        assertThat(columns().stream().filter(column -> column.startsWith("person.")))
                .contains("person.home_path")
                .noneMatch(column -> TraceScan.columns(List.of(column)).contains(column));
    }

    @Test
    void noCommentOfTheSchemaSpeaksOfATrace() {
        assertThat(jdbc.sql("select description from pg_description d join pg_class c on c.oid = d.objoid"
                                + " join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'")
                        .query(String.class)
                        .list())
                .allSatisfy(comment -> assertThat(TraceScan.words(comment)).isEmpty());
    }

    @Test
    void noPageAndNoScriptTakesATrace() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(".html", ".js")) {
            found.addAll(TraceScan.page(RESOURCES.relativize(file).toString(), Files.readString(file)));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noSentenceOfAPageSpeaksOfATrace() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (Path file : files(".properties")) {
            Properties bundle = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                bundle.load(reader);
            }
            for (String key : bundle.stringPropertyNames()) {
                if (!TraceScan.words(bundle.getProperty(key)).isEmpty()) {
                    found.add(key);
                }
            }
        }
        for (Path file : files(".html")) {
            if (!TraceScan.words(Files.readString(file)).isEmpty()) {
                found.add(file.toString());
            }
        }
        assertThat(found).isEqualTo(new TreeSet<>(SENTENCES));
    }

    private static List<Path> files(String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    /** The same scan finds each kind of trace where somebody puts one in. */
    @Test
    @Transactional
    void theScanFindsWhatItLooksFor() {
        jdbc.sql("create table worker_note (id uuid, worker_score integer, last_seen timestamptz, gps text)")
                .update();
        assertThat(TraceScan.columns(columns()))
                .contains("worker_note.worker_score", "worker_note.last_seen", "worker_note.gps");
        assertThat(TraceScan.page("a", "<input id='p' type=\"file\" accept=\"image/*\" required>"))
                .containsExactly("a: photograph");
        assertThat(TraceScan.page("b", "<input capture=\"environment\" type='file'>"))
                .containsExactly("b: photograph");
        assertThat(TraceScan.page("c", "<input type=\"file\" accept=\".csv,.xlsx\">"))
                .isEmpty();
        assertThat(TraceScan.page("d", "navigator.geolocation.watchPosition(send)"))
                .containsExactly("d: position");
        assertThat(TraceScan.page("e", "navigator.sendBeacon('/x')")).containsExactly("e: time online");
        assertThat(TraceScan.words("本月积分排名")).containsExactly("积分", "排名");
        assertThat(TraceScan.words("Ranking of workers by time online")).hasSize(2);
        assertThat(TraceScan.words("监测点")).isEmpty();
    }

    private Set<String> columns() {
        return new TreeSet<>(jdbc.sql("select c.table_name || '.' || c.column_name from information_schema.columns c"
                        + " where table_schema = 'public' and c.table_name <> 'flyway_schema_history'")
                .query(String.class)
                .list());
    }
}
