package org.tongxin.app.warning.risk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongxin.app.platform.Reason;

/** Collects what is known of one street on one day. For one thread. */
final class Measures {

    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Map<String, Reason> sentences = new LinkedHashMap<>();
    private double p = Double.NaN;
    private int expected;
    private int reported;

    /** @param sentence the value with its numbers */
    void known(String indicator, double value, Reason sentence) {
        values.put(indicator, value);
        sentences.put(indicator, sentence);
    }

    /** @param combined probability of the day's streams together, NaN where none gives one */
    void streams(int expectedStreams, int reportedStreams, double combined) {
        expected = expectedStreams;
        reported = reportedStreams;
        p = combined;
    }

    Map<String, Double> values() {
        return values;
    }

    Map<String, Reason> sentences() {
        return sentences;
    }

    double p() {
        return p;
    }

    /** Share of the street's streams that have reported the day; 0 where it has none. */
    double completeness() {
        return expected == 0 ? 0 : (double) reported / expected;
    }
}
