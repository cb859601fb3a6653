package org.tongxin.app.protection;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PersonalField;

/**
 * What the records of acts in office say of persons: by which login somebody acted, and the words that were written to give reasons.
 * They are no data of an incident and go with the record itself. Found in the database's catalogue by their names, so that no act
 * is left out; a column that only takes listed codes is none of them. Thread-safe.
 */
@Component
public class OfficeColumns {

    private static final String LOGINS = "(_by|^player|^who|^actor)$";
    private static final String WORDS =
            "(^|_)(reason|note|remark|why|how|what|text|words|reply|answer|asked|finding|explanation|alternatives|lesson)$";

    private final JdbcClient jdbc;
    private final Destructions destructions;

    OfficeColumns(JdbcClient jdbc, Destructions destructions) {
        this.jdbc = jdbc;
        this.destructions = destructions;
    }

    /**
     * Columns of one kind.
     *
     * @param purpose its sentence stands under {@code personal.purpose}
     * @param columns {@code table.column}, in order
     */
    public record Group(String purpose, List<String> columns) {

        /** How many tables they stand in. */
        public long tables() {
            return columns.stream()
                    .map(column -> column.substring(0, column.indexOf('.')))
                    .distinct()
                    .count();
        }
    }

    /** Logins of who acted, then words; what a module declares by itself is left out. */
    public List<Group> groups() {
        Set<String> declared =
                destructions.register().stream().flatMap(OfficeColumns::names).collect(Collectors.toSet());
        return List.of(
                new Group("ACT_IN_OFFICE", find(LOGINS, declared)),
                new Group("REASON_OF_AN_ACT", find(WORDS, declared)));
    }

    private static Stream<String> names(PersonalField field) {
        return field.columns().stream().map(column -> field.table() + "." + column);
    }

    private List<String> find(String pattern, Collection<String> declared) {
        return jdbc.sql("""
                        select t.relname || '.' || c.attname
                        from pg_attribute c
                          join pg_class t on t.oid = c.attrelid and t.relkind = 'r'
                          join pg_namespace s on s.oid = t.relnamespace and s.nspname = 'public'
                        where c.atttypid = 'text'::regtype and not c.attisdropped and c.attname ~ :pattern
                          and not exists (select 1 from pg_constraint k
                            where k.conrelid = t.oid and k.contype = 'c' and k.conkey = array[c.attnum]
                              and pg_get_constraintdef(k.oid) like '%ARRAY[%')
                        order by 1""").param("pattern", pattern).query(String.class).list().stream()
                .filter(column -> !declared.contains(column))
                .toList();
    }
}
