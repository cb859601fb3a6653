package org.tongxin.core.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.epidemic.Response;
import org.tongxin.core.epidemic.Rule;

/**
 * A course of action that people can read and sign: rules in order, each with what allows it. Immutable.
 *
 * @param name for people
 * @param rules in their order; none is doing nothing
 * @param mode how the response is organised, as far as assumptions are made about it; none leaves the district's means as they
 *     are
 */
public record Policy(
        String name, List<PlannedRule> rules, @Nullable ModeAssumptions mode) {

    /** Copies the list. */
    public Policy {
        rules = List.copyOf(rules);
    }

    /** Without assumptions about how the response is organised. */
    public static Policy of(String name, List<PlannedRule> rules) {
        return new Policy(name, rules, null);
    }

    /** The competitor that is always there. */
    public static Policy nothing() {
        return of("do nothing", List.of());
    }

    /** Whether there is no rule. */
    public boolean isNothing() {
        return rules.isEmpty();
    }

    /** The same with other rules and another name. */
    public Policy withRules(String otherName, List<PlannedRule> others) {
        return new Policy(otherName, others, mode);
    }

    /** The same under assumptions about how the response is organised. */
    public Policy under(ModeAssumptions assumptions) {
        return new Policy(name, rules, assumptions);
    }

    /** The rules as the simulation knows them. */
    public List<Rule> engineRules() {
        return rules.stream().map(PlannedRule::rule).toList();
    }

    /** What is done, by what the district has. */
    Response response(Response district) {
        Response own = district.withRules(engineRules());
        return mode == null ? own : mode.apply(own);
    }

    /** Sum over the rules: the more and the stricter the kinds of measures, the larger. */
    int restrictiveness() {
        return rules.stream()
                .mapToInt(each -> 1 + MeasureKind.of(each.rule().measure()).ordinal())
                .sum();
    }
}
