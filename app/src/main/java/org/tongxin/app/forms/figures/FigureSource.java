package org.tongxin.app.forms.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Gives figures of places. A place of which nothing is known is left out, never given as zero. Figures are of areas; no
 * implementation may give one of a person.
 */
public interface FigureSource {

    /** The module's name, with which the keys of its figures begin. */
    String module();

    /** What it holds at this moment, in an order of its own. */
    List<Figure> figures();

    /**
     * A figure of a day, by path of the place.
     *
     * @param key one of the keys of {@link #figures}; nothing is known of others
     * @param digits length of the paths asked for: 6 for the district, 9 for streets, 12 for communities
     * @param territory only places inside it; never longer than {@code digits}
     */
    Map<String, Held> on(String key, LocalDate day, int digits, String territory);
}
