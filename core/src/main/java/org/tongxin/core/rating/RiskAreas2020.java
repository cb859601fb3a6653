package org.tongxin.core.rating;

import java.util.List;
import org.tongxin.core.rating.RuleTable.Comparison;
import org.tongxin.core.rating.RuleTable.Condition;
import org.tongxin.core.rating.RuleTable.Rule;

/**
 * The rule for low, medium and high risk areas of 17 February 2020: low without a confirmed case, or with none new in 14
 * days; medium with new cases in 14 days and at most 50 in all, or more than 50 in all and no cluster in 14 days; high with
 * more than 50 in all and a cluster in 14 days.
 *
 * <p>Source: guidance of the joint prevention and control mechanism of the State Council of 17 February 2020, as reported
 * on 18 February 2020 by Xinhua; the numbers as several secondary pages give them, the primary text was not seen. The rule
 * leaves open what a cluster is; {@link ClusterDefinition} fixes exactly one reading.
 *
 * <p>Read in this order the rule leaves no gap: what is neither low nor high is medium.
 */
public final class RiskAreas2020 {

    public static final String LOW = "LOW";
    public static final String MEDIUM = "MEDIUM";
    public static final String HIGH = "HIGH";

    /** Confirmed cases since the beginning. */
    public static final String TOTAL = "totalCases";

    /** New confirmed cases within 14 days. */
    public static final String NEW = "newCases14";

    /** Clusters within 14 days, by the chosen {@link ClusterDefinition}. */
    public static final String CLUSTERS = "clusters14";

    private static final String SOURCE = "国务院联防联控机制 2020-02-17";

    public static final RuleTable TABLE = new RuleTable(
            "risk-areas-2020/1",
            List.of(
                    rule("low-no-case", LOW, new Condition(TOTAL, Comparison.EQUAL, 0)),
                    rule("low-none-new", LOW, new Condition(NEW, Comparison.EQUAL, 0)),
                    rule(
                            "high",
                            HIGH,
                            new Condition(TOTAL, Comparison.MORE_THAN, 50),
                            new Condition(CLUSTERS, Comparison.AT_LEAST, 1)),
                    rule(
                            "medium-no-cluster",
                            MEDIUM,
                            new Condition(TOTAL, Comparison.MORE_THAN, 50),
                            new Condition(CLUSTERS, Comparison.EQUAL, 0)),
                    rule(
                            "medium",
                            MEDIUM,
                            new Condition(NEW, Comparison.AT_LEAST, 1),
                            new Condition(TOTAL, Comparison.AT_MOST, 50))));

    private RiskAreas2020() {}

    private static Rule rule(String name, String outcome, Condition... conditions) {
        return new Rule(name, outcome, List.of(conditions), SOURCE);
    }
}
