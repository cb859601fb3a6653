package org.tongxin.app.warning.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongxin.core.rating.IndexConfig;
import org.tongxin.core.rating.Indicator;
import org.tongxin.core.rating.PairwiseWeights;

/**
 * The questionnaire of ten pairs: how many times as important as the second is the first part of the index. Stateless.
 */
public final class WeightQuestions {

    /** Parts of the index, in the order in which they are compared. */
    public static final List<String> PARTS = List.of("signal", "growth", "exposure", "vulnerability", "coping");

    /** Answers that can be given, from much more to much less important. */
    public static final List<String> ANSWERS = List.of("9", "7", "5", "3", "1", "1/3", "1/5", "1/7", "1/9");

    private WeightQuestions() {}

    /** One question. */
    public record Pair(String first, String second) {}

    public static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < PARTS.size(); i++) {
            for (int j = i + 1; j < PARTS.size(); j++) {
                pairs.add(new Pair(PARTS.get(i), PARTS.get(j)));
            }
        }
        return pairs;
    }

    /** Weights of the parts; empty when an answer is missing or none of {@link #ANSWERS}. */
    public static Optional<PairwiseWeights> weights(List<String> answers) {
        if (answers.size() != pairs().size() || !ANSWERS.containsAll(answers)) {
            return Optional.empty();
        }
        double[][] upper = new double[PARTS.size() - 1][];
        int next = 0;
        for (int i = 0; i < upper.length; i++) {
            upper[i] = new double[PARTS.size() - 1 - i];
            for (int j = 0; j < upper[i].length; j++) {
                upper[i][j] = value(answers.get(next++));
            }
        }
        return Optional.of(PairwiseWeights.of(upper));
    }

    private static double value(String answer) {
        return answer.startsWith("1/") ? 1.0 / Integer.parseInt(answer.substring(2)) : Integer.parseInt(answer);
    }

    /** Points of each part: tenths of a point that sum to 100, what rounding leaves going to the largest. */
    static Map<String, Double> points(PairwiseWeights weights) {
        Map<String, Long> tenths = new LinkedHashMap<>();
        double[] shares = weights.weights();
        String largest = PARTS.getFirst();
        long sum = 0;
        for (int i = 0; i < shares.length; i++) {
            long rounded = Math.max(1, Math.round(1000 * shares[i]));
            tenths.put(PARTS.get(i), rounded);
            sum += rounded;
            largest = shares[i] > shares[PARTS.indexOf(largest)] ? PARTS.get(i) : largest;
        }
        tenths.merge(largest, 1000 - sum, Long::sum);
        Map<String, Double> points = new LinkedHashMap<>();
        tenths.forEach((part, value) -> points.put(part, value / 10.0));
        return points;
    }

    /** The same index with other weights of its parts: within a part the indicators keep their shares. */
    static IndexConfig reweighed(IndexConfig config, String version, PairwiseWeights weights) {
        Map<String, Double> now = config.weightByPart();
        Map<String, Double> then = points(weights);
        List<Indicator> indicators = config.indicators().stream()
                .map(each -> new Indicator(
                        each.name(),
                        each.part(),
                        each.weight() * then.getOrDefault(each.part(), 0.0) / now.getOrDefault(each.part(), 1.0),
                        each.curve(),
                        each.changeable()))
                .toList();
        return new IndexConfig(version, indicators, config.floors(), config.leastKnown());
    }
}
