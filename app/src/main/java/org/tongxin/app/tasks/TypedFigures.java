package org.tongxin.app.tasks;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.tongxin.app.platform.Outcome;

/** Numbers as people type them: full-width digits, spaces and separators are read as what they mean. */
public final class TypedFigures {

    private static final int QUOTED = 20;
    private static final Pattern SPACES = Pattern.compile("[\\s,，'\\u3000\\u00a0]+");
    private static final Pattern WHOLE = Pattern.compile("[-−－]?\\d{1,9}");

    private TypedFigures() {}

    /**
     * Figures by field. A field left empty is left out.
     *
     * @param typed what stands in a field, by its key; empty for nothing
     * @return refused with {@code T-012} for what is no whole number
     */
    public static Outcome<Map<String, Long>> read(Iterable<TaskField> fields, UnaryOperator<String> typed) {
        Map<String, Long> figures = new LinkedHashMap<>();
        for (TaskField field : fields) {
            String text = typed.apply(field.key());
            String clean = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                    .replaceAll("");
            if (clean.isEmpty()) {
                continue;
            }
            if (!WHOLE.matcher(clean).matches()) {
                String quoted = text.length() <= QUOTED ? text : text.substring(0, QUOTED - 1) + "…";
                return Outcome.refused("T-012", field.label(), quoted);
            }
            figures.put(field.key(), Long.valueOf(clean.replaceFirst("^[−－]", "-")));
        }
        return Outcome.accepted(figures);
    }
}
