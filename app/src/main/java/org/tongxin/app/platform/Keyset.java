package org.tongxin.app.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The order of a list that is read page by page, each page after the last row that was seen: a row that is added meanwhile
 * moves nothing, and none is lost or shown twice.
 *
 * <p>A key is an expression of SQL in which {@code @} stands for the row, such as {@code "@.until"} or {@code "@.opened_at
 * desc"}. No key may be null for any row, and the last one, the id, is added here.
 */
public final class Keyset {

    private static final String DESCENDING = " desc";
    private static final String LAST = "seen";

    private final String order;
    private final String after;

    /**
     * @param table where the rows and their {@code id} stand
     * @param alias what the query calls a row of that table
     */
    public Keyset(String table, String alias, String... keys) {
        List<String> all = new ArrayList<>(List.of(keys));
        all.add("@.id");
        this.order = " order by " + String.join(", ", all).replace("@.", alias + ".") + " ";
        List<String> ways = new ArrayList<>();
        StringBuilder equal = new StringBuilder();
        for (String key : all) {
            boolean descending = key.endsWith(DESCENDING);
            String plain = descending ? key.substring(0, key.length() - DESCENDING.length()) : key;
            String here = "(" + plain.replace("@.", alias + ".") + ")";
            String seen = "(" + plain.replace("@.", LAST + ".") + ")";
            ways.add("(" + equal + here + (descending ? " < " : " > ") + seen + ")");
            equal.append(here).append(" = ").append(seen).append(" and ");
        }
        this.after = " (cast(:after as text) is null or exists (select from " + table + " " + LAST + " where " + LAST
                + ".id = cast(:after as uuid) and (" + String.join(" or ", ways) + "))) ";
    }

    /**
     * A page of a query.
     *
     * @param query a selection that ends with {@code where} or {@code and}
     * @param parameters those of the query by name; {@code after} and {@code limit} are added
     * @param after id of the last row that was seen; {@code null} for the first page
     * @param size rows of a page
     */
    public <T> Paged<T> read(
            JdbcClient jdbc,
            String query,
            Map<String, ?> parameters,
            RowMapper<T> row,
            @Nullable UUID after,
            int size,
            Function<T, UUID> id) {
        List<T> read = jdbc.sql(query + this.after + order + "limit :limit")
                .params(parameters)
                .param("after", after == null ? null : after.toString())
                .param("limit", size + 1)
                .query(row)
                .list();
        return Paged.of(read, size, after, id);
    }

    /** As above, for records whose components are named as the columns. */
    public <T> Paged<T> read(
            JdbcClient jdbc,
            String query,
            Map<String, ?> parameters,
            Class<T> type,
            @Nullable UUID after,
            int size,
            Function<T, UUID> id) {
        return read(jdbc, query, parameters, new SimplePropertyRowMapper<>(type), after, size, id);
    }
}
