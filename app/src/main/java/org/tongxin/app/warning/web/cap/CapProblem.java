package org.tongxin.app.warning.web.cap;

/**
 * A rule that a message breaks.
 *
 * @param line where, 1 or more; 0 in a message made here
 * @param element the element's name
 * @param rule the rule, worded by the pages under {@code cap.rule.<rule>}
 * @param value what stands there, shortened; may be empty
 */
public record CapProblem(int line, String element, String rule, String value) {

    private static final int SHOWN = 80;

    static CapProblem of(CapElement element, String rule, String value) {
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return new CapProblem(element.line(), element.name(), rule, shown);
    }
}
