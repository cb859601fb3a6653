package org.tongxin.app.tasks.web;

import java.util.Map;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.tasks.TaskField;
import org.tongxin.app.tasks.TypedFigures;

/** The figures of a form. */
final class Numbers {

    static final String PREFIX = "figure-";

    private Numbers() {}

    /**
     * The figures among the parameters of a form, by field. A field left empty is left out.
     *
     * @return refused with {@code T-012} for what is no whole number
     */
    static Outcome<Map<String, Long>> read(Iterable<TaskField> fields, Map<String, String> typed) {
        return TypedFigures.read(fields, key -> typed.getOrDefault(PREFIX + key, ""));
    }
}
