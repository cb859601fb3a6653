package org.tongxin.app.simulation;

import java.util.Locale;

/** Names of words that a refusal puts into its sentence. */
public final class ScenarioWords {

    private ScenarioWords() {}

    /** Name of the word for a number. @param code of the refusal, since the modes and the district have fields of the same name */
    public static String of(String code, NumberField field) {
        String kind = switch (code) {
            case "M-015" -> "MODE_";
            case "M-007" -> "RULE_";
            default -> "FIELD_";
        };
        return kind + field.name().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    /** Name of the word for starting or stopping by cases. */
    public static String byCases(boolean start) {
        return start ? "CASES_START" : "CASES_STOP";
    }
}
