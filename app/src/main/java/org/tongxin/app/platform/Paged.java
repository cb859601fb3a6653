package org.tongxin.app.platform;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a long list.
 *
 * @param next what asks for the page after it; {@code null} on the last page
 * @param first whether it is the first page
 */
public record Paged<T>(List<T> rows, @Nullable String next, boolean first) {

    /** Rows of a page where a page has no size of its own. */
    public static final int SIZE = 50;

    public Paged {
        rows = List.copyOf(rows);
    }

    /**
     * Cuts a page from what was read.
     *
     * @param read up to one row more than a page has, which tells whether there is a next one
     * @param after what the page was asked for; {@code null} for the first page
     */
    public static <T> Paged<T> of(List<T> read, int size, @Nullable UUID after, Function<T, UUID> id) {
        boolean more = read.size() > size;
        List<T> rows = more ? read.subList(0, size) : read;
        return new Paged<>(rows, more ? id.apply(rows.getLast()).toString() : null, after == null);
    }

    /** What an address says comes before; anything that is no id asks for the first page. */
    public static @Nullable UUID after(String text) {
        try {
            return text.isBlank() ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
