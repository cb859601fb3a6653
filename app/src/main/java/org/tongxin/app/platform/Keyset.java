package org.tongxin.app.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The order of a list that is read page by page, each page after the last row that was seen, by what that row was sorted by when
 * it was seen: rows that are added, decided or gone meanwhile move nothing, and none is lost or shown twice but one whose own place
 * in the list has changed.
 *
 * <p>A key is an expression of SQL in which {@code @} stands for the row, such as {@code "@.until"} or {@code "@.opened_at
 * desc"}. No key may be null for any row, and the last one, the id, is added here.
 */
public final class Keyset {

    private static final String DESCENDING = " desc";
    private static final String LAST = "seen";
    private static final Pattern COLUMN = Pattern.compile("@\\.(\\w+)");

    private final String order;
    private final String after;
    private final String seen;

    /**
     * @param table where the rows and their {@code id} stand
     * @param alias what the query calls a row of that table
     */
    public Keyset(String table, String alias, String... keys) {
        List<String> all = new ArrayList<>(List.of(keys));
        all.add("@.id");
        this.order = order(all, alias);
        this.after = " exists (select from jsonb_populate_record(cast(null as " + table + "), cast(:seen as jsonb)) "
                + LAST + " where " + after(all, alias, LAST) + ") ";
        this.seen = "select cast(jsonb_build_object("
                + COLUMN.matcher(String.join(" ", all))
                        .results()
                        .map(column -> column.group(1))
                        .distinct()
                        .map(column -> "'" + column + "', " + LAST + "." + column)
                        .collect(Collectors.joining(", "))
                + ") as text) from " + table + " " + LAST + " where " + LAST + ".id = ?";
    }

    static String order(List<String> keys, String alias) {
        return " order by " + String.join(", ", keys).replace("@.", alias + ".") + " ";
    }

    /** Whether the row {@code alias} comes after the row {@code last}. */
    static String after(List<String> keys, String alias, String last) {
        List<String> ways = new ArrayList<>();
        StringBuilder equal = new StringBuilder();
        for (String key : keys) {
            boolean descending = key.endsWith(DESCENDING);
            String plain = descending ? key.substring(0, key.length() - DESCENDING.length()) : key;
            String here = "(" + plain.replace("@.", alias + ".") + ")";
            String seen = "(" + plain.replace("@.", last + ".") + ")";
            ways.add("(" + equal + here + (descending ? " < " : " > ") + seen + ")");
            equal.append(here).append(" = ").append(seen).append(" and ");
        }
        return String.join(" or ", ways);
    }

    /**
     * A page of a query.
     *
     * @param query a selection that ends with {@code where} or {@code and}
     * @param parameters those of the query by name; {@code seen} and {@code limit} are added
     * @param after the last row that was seen; {@code null} for the first page
     * @param size rows of a page
     */
    public <T> Paged<T> read(
            JdbcClient jdbc,
            String query,
            Map<String, ?> parameters,
            RowMapper<T> row,
            @Nullable Seen after,
            int size,
            Function<T, UUID> id) {
        List<T> read;
        try {
            read = query(jdbc, query, parameters, row, after, size);
        } catch (DataAccessException notItsColumns) {
            if (after == null) {
                throw notItsColumns;
            }
            // Somebody wrote the address by hand: what it says was seen does not fit the columns.
            return read(jdbc, query, parameters, row, null, size, id);
        }
        boolean more = read.size() > size;
        List<T> rows = more ? read.subList(0, size) : read;
        return new Paged<>(rows, more ? next(jdbc, id.apply(rows.getLast())) : null, after == null);
    }

    private <T> List<T> query(
            JdbcClient jdbc,
            String query,
            Map<String, ?> parameters,
            RowMapper<T> row,
            @Nullable Seen after,
            int size) {
        JdbcClient.StatementSpec statement = jdbc.sql(
                        query + (after == null ? " true " : this.after) + order + "limit :limit")
                .params(parameters);
        return (after == null ? statement : statement.param("seen", after.keys()))
                .param("limit", size + 1)
                .query(row)
                .list();
    }

    private String next(JdbcClient jdbc, UUID last) {
        return new Seen(jdbc.sql(seen).param(last).query(String.class).single()).text();
    }

    /** As above, for records whose components are named as the columns. */
    public <T> Paged<T> read(
            JdbcClient jdbc,
            String query,
            Map<String, ?> parameters,
            Class<T> type,
            @Nullable Seen after,
            int size,
            Function<T, UUID> id) {
        return read(jdbc, query, parameters, new SimplePropertyRowMapper<>(type), after, size, id);
    }
}
