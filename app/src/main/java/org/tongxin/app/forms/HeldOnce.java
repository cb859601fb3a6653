package org.tongxin.app.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.tongxin.app.forms.figures.Held;

/** Asks for a figure of a ring once, however many lines need it. Not thread-safe. */
final class HeldOnce implements BiFunction<String, Integer, Map<String, Held>> {

    private final BiFunction<String, Integer, Map<String, Held>> asked;
    private final Map<String, Map<String, Held>> answers = new HashMap<>();

    HeldOnce(BiFunction<String, Integer, Map<String, Held>> asked) {
        this.asked = asked;
    }

    @Override
    public Map<String, Held> apply(String key, Integer digits) {
        return answers.computeIfAbsent(digits + key, none -> asked.apply(key, digits));
    }
}
