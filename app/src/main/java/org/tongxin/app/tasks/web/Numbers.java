package org.tongxin.app.tasks.web;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.tasks.TaskField;

/** Numbers as people type them: full-width digits, spaces and separators are read as what they mean. */
final class Numbers {

    static final String PREFIX = "figure-";

    private static final Pattern SPACES = Pattern.compile("[\\s,，'\\u3000\\u00a0]+");
    private static final Pattern WHOLE = Pattern.compile("[-−－]?\\d{1,9}");

    private Numbers() {}

    /**
     * The figures among the parameters of a form, by field. A field left empty is left out.
     *
     * @return refused with {@code T-012} for what is no whole number
     */
    static Outcome<Map<String, Long>> read(Iterable<TaskField> fields, Map<String, String> typed) {
        Map<String, Long> figures = new LinkedHashMap<>();
        for (TaskField field : fields) {
            String text = typed.getOrDefault(PREFIX + field.key(), "");
            String clean = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                    .replaceAll("");
            if (clean.isEmpty()) {
                continue;
            }
            if (!WHOLE.matcher(clean).matches()) {
                return Outcome.refused("T-012", field.label(), TaskText.cut(text, 20));
            }
            figures.put(field.key(), Long.valueOf(clean.replaceFirst("^[−－]", "-")));
        }
        return Outcome.accepted(figures);
    }
}
