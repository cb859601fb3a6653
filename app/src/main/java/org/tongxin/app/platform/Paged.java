package org.tongxin.app.platform;

import java.util.List;
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
}
