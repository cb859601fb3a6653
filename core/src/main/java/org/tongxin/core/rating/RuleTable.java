package org.tongxin.core.rating;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The official layer: an ordered table of rules on named figures; the first that holds decides. Exact, versioned, with the
 * source of each rule. Immutable and safe for use by several threads.
 *
 * @param version name of this version, kept with every result
 * @param rules in the order in which they are tried
 */
public record RuleTable(String version, List<Rule> rules) {

    /** How a figure is compared with a bound. */
    public enum Comparison {
        AT_LEAST,
        MORE_THAN,
        AT_MOST,
        LESS_THAN,
        EQUAL;

        boolean holds(double figure, double bound) {
            return switch (this) {
                case AT_LEAST -> figure >= bound;
                case MORE_THAN -> figure > bound;
                case AT_MOST -> figure <= bound;
                case LESS_THAN -> figure < bound;
                case EQUAL -> figure == bound;
            };
        }
    }

    /** A condition on one figure. A figure that is not known fulfils no condition. */
    public record Condition(String figure, Comparison comparison, double bound) {

        boolean holds(Map<String, Double> figures) {
            double value = figures.getOrDefault(figure, Double.NaN);
            return !Double.isNaN(value) && comparison.holds(value, bound);
        }
    }

    /**
     * One rule.
     *
     * @param name unique in its table
     * @param outcome the level it gives, in the words of its source
     * @param conditions all must hold; none means always
     * @param source where the rule stands
     */
    public record Rule(String name, String outcome, List<Condition> conditions, String source) {

        public Rule {
            conditions = List.copyOf(conditions);
        }
    }

    public RuleTable {
        rules = List.copyOf(rules);
        if (rules.stream().map(Rule::name).distinct().count() != rules.size()) {
            throw new IllegalArgumentException("The names of the rules of table " + version + " must be unique.");
        }
    }

    /** The first rule that holds; empty when none does. */
    public Optional<Rule> decide(Map<String, Double> figures) {
        return rules.stream()
                .filter(rule -> rule.conditions().stream().allMatch(condition -> condition.holds(figures)))
                .findFirst();
    }
}
