package org.tongxin.app.identity;

import java.util.List;
import java.util.Optional;
import org.tongxin.app.platform.Sought;

/**
 * Things of one kind that can be found by name, code or pinyin. The module that shows a thing implements it, so that the
 * search page knows no module; the order of the kinds is that of the beans.
 */
public interface Findable {

    /** Name of the kind, such as {@code posts}; the words stand under {@code search.kind.posts}. */
    String kind();

    /**
     * The best that the actor may open, best first; territory is restricted in the query.
     *
     * @param limit how many at most
     */
    List<Found> find(Actor actor, Sought sought, int limit);

    /** Address of the kind's own list, narrowed to what is looked for; empty where that list cannot be narrowed so. */
    default Optional<String> list(Sought sought) {
        return Optional.empty();
    }

    /**
     * Something that was found.
     *
     * @param code code or number; empty where it has none
     * @param facts what tells it from others of that name: words for names in capitals, both languages apart by {@link
     *     org.tongxin.app.platform.Reason#NAMES}, days
     * @param address its page
     */
    record Found(String title, String titleEn, String code, List<String> facts, String address) {

        /** Whether the code is exactly what was typed. */
        public boolean isExactly(Sought sought) {
            return !code.isEmpty() && code.equalsIgnoreCase(sought.words());
        }
    }
}
