package org.tongxin.app.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One figure that a task asks for.
 *
 * @param key name of the figure in reports
 * @param label what it counts, in Chinese
 * @param labelEn the same in English
 * @param unit unit in Chinese, empty for plain counts
 * @param definition by what rule it is counted (口径), in the words of whoever asks; empty for none. Two figures of one label and
 *     two rules are not the same
 */
public record TaskField(
        String key,
        String label,
        String labelEn,
        String unit,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String definition) {

    /** @param definition {@code null} where it was kept before rules were */
    public TaskField(String key, String label, String labelEn, String unit, @Nullable String definition) {
        this.key = key;
        this.label = label;
        this.labelEn = labelEn;
        this.unit = unit;
        this.definition = definition == null ? "" : definition;
    }

    public TaskField(String key, String label, String labelEn, String unit) {
        this(key, label, labelEn, unit, "");
    }
}
