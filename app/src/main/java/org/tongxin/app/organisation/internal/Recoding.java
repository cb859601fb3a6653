package org.tongxin.app.organisation.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives a place another code. The place keeps its id. What refers to the code follows by its foreign key; what only holds it, such as
 * posts and the timeline, is found by the name of its column, so that nothing is left behind. The audit holds codes in its words
 * only and stays as it was written.
 */
@Component
class Recoding {

    private record Holder(String table, String column) {}

    private static final String HOLDERS = """
            select c.table_name as "table", c.column_name as "column"
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = current_schema and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
              and c.data_type = 'text' and (c.column_name like '%\\_path' or c.column_name = 'exercise_area')
              and not exists (select from information_schema.key_column_usage k
                              join information_schema.referential_constraints r
                                on r.constraint_schema = k.constraint_schema and r.constraint_name = k.constraint_name
                              where k.table_schema = c.table_schema and k.table_name = c.table_name
                                and k.column_name = c.column_name)
            order by 1, 2
            """;

    private final JdbcClient jdbc;

    Recoding(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Moves the place and all below it. The new code must be free. */
    void move(String from, String to) {
        replace(new Holder("area", "path"), from, to);
        holders().forEach(holder -> replace(holder, from, to));
    }

    private List<Holder> holders() {
        return jdbc.sql(HOLDERS).query(Holder.class).list();
    }

    /** Names of tables and columns come from the database's own catalogue. */
    private void replace(Holder holder, String from, String to) {
        String column = '"' + holder.column() + '"';
        jdbc.sql("update \"%s\" set %s = :to || substr(%s, :length) where %s >= :from and %s < :from || '~'"
                        .formatted(holder.table(), column, column, column, column))
                .param("to", to)
                .param("from", from)
                .param("length", from.length() + 1)
                .update();
    }
}
