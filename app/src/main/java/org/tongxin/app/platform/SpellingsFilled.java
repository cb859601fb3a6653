package org.tongxin.app.platform;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Spells, at the start, the names that were written before there were spellings or by a migration. */
@Component
class SpellingsFilled implements ApplicationRunner {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final List<SpelledTables> modules;

    SpellingsFilled(JdbcTemplate jdbc, List<SpelledTables> modules) {
        this.jdbc = jdbc;
        this.modules = modules;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        modules.stream().flatMap(module -> module.spelled().stream()).forEach(this::fill);
    }

    void fill(String table) {
        List<String> names =
                jdbc.queryForList("select distinct name from %s where spelling is null".formatted(table), String.class);
        jdbc.batchUpdate(
                "update %s set spelling = ? where spelling is null and name = ?".formatted(table),
                names,
                BATCH,
                (statement, name) -> {
                    statement.setString(1, Spelling.of(name));
                    statement.setString(2, name);
                });
    }
}
