package org.tongxin.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tongxin.core.search.Aim;

/** Aims by their names in files: {@code restrictedDays} in JSON, {@code restricted_days} in tables. */
final class AimNames {

    private static final Map<String, Aim> BY_NAME = byName();

    private AimNames() {}

    private static Map<String, Aim> byName() {
        Map<String, Aim> names = new LinkedHashMap<>();
        for (Aim aim : Aim.values()) {
            names.put(field(aim), aim);
        }
        return names;
    }

    private static String field(Aim aim) {
        StringBuilder name = new StringBuilder();
        for (String word : column(aim).split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    static String column(Aim aim) {
        return aim.name().toLowerCase(Locale.ROOT);
    }

    static String[] fields() {
        return BY_NAME.keySet().toArray(String[]::new);
    }

    static Aim aim(JsonValue name) {
        Aim aim = BY_NAME.get(name.text());
        if (aim == null) {
            throw name.wrong("must be one of " + String.join(", ", BY_NAME.keySet()));
        }
        return aim;
    }

    /** Of a field that {@link JsonValue#only} has let through. */
    static Aim aim(String field) {
        return Objects.requireNonNull(BY_NAME.get(field));
    }
}
