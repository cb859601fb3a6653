package org.tongxin.app.platform;

import java.util.List;
import java.util.function.Consumer;
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
     * Hands on every row of a list as its pages show them, one page after the other, so that a file of the list holds what the pages
     * hold and no more of it than a page is in memory.
     *
     * @param pages the page after the row that was seen last; of {@code null} the first
     */
    public static <T> void each(Function<@Nullable Seen, Paged<T>> pages, Consumer<? super T> next) {
        Paged<T> page = pages.apply(null);
        page.rows().forEach(next);
        while (page.next() instanceof String last) {
            page = pages.apply(Seen.of(last));
            if (page.first()) {
                throw new IllegalStateException("A list began again in the middle.");
            }
            page.rows().forEach(next);
        }
    }
}
