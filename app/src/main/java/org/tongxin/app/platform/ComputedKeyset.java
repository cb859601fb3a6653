package org.tongxin.app.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The order of a list that is read page by page as with {@link Keyset}, where what it is sorted by stands in no table but is worked
 * out by the query, such as how many tasks of an order are late. The link to the next page carries what the last row was sorted by when
 * it was shown.
 *
 * <p>No key may be null for any row, and the last one, the id, is added here.
 */
public final class ComputedKeyset {

    private static final String ROW = "line";
    private static final String LAST = "last_line";
    private static final Pattern NAME = Pattern.compile("(\\w+) ");

    private final String columns;
    private final String order;
    private final String after;
    private final String place;

    /**
     * @param columns those by which it is sorted, with their types, such as {@code "late integer, due_at timestamptz"}
     * @param keys in the order they count; an expression of SQL in which {@code @} stands for the row, as in {@link Keyset}
     */
    public ComputedKeyset(String columns, String... keys) {
        List<String> all = new ArrayList<>(List.of(keys));
        all.add("@.id");
        this.columns = columns + ", id uuid";
        this.order = Keyset.order(all, ROW);
        this.after = Keyset.after(all, ROW, LAST);
        this.place = NAME.matcher(this.columns)
                .results()
                .map(column -> "'" + column.group(1) + "', " + ROW + "." + column.group(1))
                .collect(Collectors.joining(", ", "cast(jsonb_build_object(", ") as text)"));
    }

    /**
     * A page of a query.
     *
     * @param query a whole selection, whose columns hold the id and all that it is sorted by
     * @param parameters those of the query by name; {@code seen} and {@code limit} are added
     * @param after the last row that was seen; {@code null} for the first page
     * @param size rows of a page
     */
    public <T> Paged<T> read(
            JdbcClient jdbc, String query, Map<String, ?> parameters, Class<T> type, @Nullable Seen after, int size) {
        List<Placed<T>> read;
        try {
            read = query(jdbc, query, parameters, new SimplePropertyRowMapper<>(type), after, size);
        } catch (DataAccessException notItsColumns) {
            if (after == null) {
                throw notItsColumns;
            }
            // Somebody wrote the address by hand: what it says was seen does not fit the columns.
            return read(jdbc, query, parameters, type, null, size);
        }
        List<T> rows = read.stream().limit(size).map(Placed::row).toList();
        String next = read.size() > size ? new Seen(read.get(size - 1).place()).text() : null;
        return new Paged<>(rows, next, after == null);
    }

    private record Placed<T>(T row, String place) {}

    private <T> List<Placed<T>> query(
            JdbcClient jdbc,
            String query,
            Map<String, ?> parameters,
            RowMapper<T> row,
            @Nullable Seen after,
            int size) {
        String seen = after == null
                ? ""
                : " where exists (select from jsonb_to_record(cast(:seen as jsonb)) as " + LAST + "(" + columns
                        + ") where " + this.after + ")";
        JdbcClient.StatementSpec statement = jdbc.sql("select " + ROW + ".*, " + place + " as its_place from (" + query
                        + ") " + ROW + seen + order + "limit :limit")
                .params(parameters);
        return (after == null ? statement : statement.param("seen", after.keys()))
                .param("limit", size + 1)
                .query((found, number) -> new Placed<>(row.mapRow(found, number), found.getString("its_place")))
                .list();
    }
}
