package org.tongxin.app.warning.web.cap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The grammar of CAP 1.2: which elements stand in which, in which order, how often, and the words of the enumerations (OASIS
 * Standard CAP-V1.2, section 3.2 and its schema). Stateless; safe for use by several threads.
 */
final class CapGrammar {

    /** How often an element may stand. */
    private enum Often {
        ONCE(1, 1),
        AT_MOST_ONCE(0, 1),
        AT_LEAST_ONCE(1, Integer.MAX_VALUE),
        ANY(0, Integer.MAX_VALUE);

        private final int least;
        private final int most;

        Often(int least, int most) {
            this.least = least;
            this.most = most;
        }
    }

    private static final Map<String, Often> PAIR = sequence("1 valueName, 1 value");

    private static final Map<String, Map<String, Often>> CHILDREN = Map.of(
            "alert",
            sequence(
                    "1 identifier, 1 sender, 1 sent, 1 status, 1 msgType, ? source, 1 scope, ? restriction, ? addresses,"
                            + " * code, ? note, ? references, ? incidents, * info"),
            "info",
            sequence("? language, + category, 1 event, * responseType, 1 urgency, 1 severity, 1 certainty, ? audience,"
                    + " * eventCode, ? effective, ? onset, ? expires, ? senderName, ? headline, ? description,"
                    + " ? instruction, ? web, ? contact, * parameter, * resource, * area"),
            "resource",
            sequence("1 resourceDesc, 1 mimeType, ? size, ? uri, ? derefUri, ? digest"),
            "area",
            sequence("1 areaDesc, * polygon, * circle, * geocode, ? altitude, ? ceiling"),
            "eventCode",
            PAIR,
            "parameter",
            PAIR,
            "geocode",
            PAIR);

    private static final Map<String, Set<String>> WORDS = Map.of(
            "status",
            Set.of("Actual", "Exercise", "System", "Test", "Draft"),
            "msgType",
            Set.of("Alert", "Update", "Cancel", "Ack", "Error"),
            "scope",
            Set.of("Public", "Restricted", "Private"),
            "category",
            Set.of(
                    "Geo",
                    "Met",
                    "Safety",
                    "Security",
                    "Rescue",
                    "Fire",
                    "Health",
                    "Env",
                    "Transport",
                    "Infra",
                    "CBRNE",
                    "Other"),
            "responseType",
            Set.of("Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor", "Assess", "AllClear", "None"),
            "urgency",
            Set.of("Immediate", "Expected", "Future", "Past", "Unknown"),
            "severity",
            Set.of("Extreme", "Severe", "Moderate", "Minor", "Unknown"),
            "certainty",
            Set.of("Observed", "Likely", "Possible", "Unlikely", "Unknown"));

    private CapGrammar() {}

    /** What an element and those below it break of the grammar. */
    static List<CapProblem> problems(CapElement root) {
        List<CapProblem> problems = new ArrayList<>();
        if (root.name().equals("alert")) {
            root.all().forEach(element -> check(element, problems));
        } else {
            problems.add(CapProblem.of(root, "notAlert", root.name()));
        }
        return problems;
    }

    private static void check(CapElement element, List<CapProblem> problems) {
        Map<String, Often> allowed = CHILDREN.get(element.name());
        if (allowed == null) {
            checkText(element, problems);
            return;
        }
        List<String> order = new ArrayList<>(allowed.keySet());
        int last = 0;
        for (CapElement child : element.children()) {
            int place = order.indexOf(child.name());
            if (place < 0) {
                problems.add(CapProblem.of(child, "unknown", element.name()));
            } else if (place < last) {
                problems.add(CapProblem.of(child, "order", order.get(last)));
            } else {
                last = place;
            }
        }
        allowed.forEach((name, often) -> count(element, name, often, problems));
    }

    private static void count(CapElement element, String name, Often often, List<CapProblem> problems) {
        List<CapElement> found = element.children(name);
        if (found.size() < often.least) {
            problems.add(CapProblem.of(element, "missing", name));
        } else if (found.size() > often.most) {
            problems.add(CapProblem.of(found.get(often.most), "repeated", name));
        }
    }

    private static void checkText(CapElement element, List<CapProblem> problems) {
        Set<String> words = WORDS.get(element.name());
        if (!element.children().isEmpty()) {
            problems.add(CapProblem.of(element.children().getFirst(), "unknown", element.name()));
        } else if (words != null && !words.contains(element.text())) {
            problems.add(CapProblem.of(element, "word", element.text()));
        }
    }

    private static Map<String, Often> sequence(String parts) {
        Map<String, Often> sequence = new LinkedHashMap<>();
        for (String part : parts.split(", ")) {
            sequence.put(
                    part.substring(2),
                    switch (part.charAt(0)) {
                        case '1' -> Often.ONCE;
                        case '?' -> Often.AT_MOST_ONCE;
                        case '+' -> Often.AT_LEAST_ONCE;
                        default -> Often.ANY;
                    });
        }
        return sequence;
    }
}
