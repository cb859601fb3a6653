package org.tongxin.core.search;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.epidemic.Measure;
import org.tongxin.core.epidemic.Rule;
import org.tongxin.core.epidemic.Scope;
import org.tongxin.core.epidemic.Trigger;

/**
 * The bounds within which a rule may be varied: every part has a list of what is allowed. Immutable; lists are not empty.
 *
 * @param name of the rule; one policy has it once at most
 * @param strengths the measure in the strengths allowed
 * @param scopes places allowed
 * @param starts starts allowed
 * @param stops stops allowed
 * @param longestDays lengths allowed
 * @param share of drawn policies that have the rule, 0 .. 1
 * @param basis what allows the measure
 */
public record RuleTemplate(
        String name,
        List<Measure> strengths,
        List<Scope> scopes,
        List<Trigger> starts,
        List<Trigger> stops,
        List<Integer> longestDays,
        double share,
        @Nullable LegalBasis basis) {

    /** Parts of a rule that are chosen. */
    static final int PARTS = 5;

    /**
     * Checks the lists, and that every rule within the bounds can be made.
     *
     * @throws IllegalArgumentException when a list is empty, a rule is impossible, or the share lies outside 0..1
     */
    public RuleTemplate {
        strengths = required(name, "strengths", strengths);
        scopes = required(name, "scopes", scopes);
        starts = required(name, "starts", starts);
        stops = required(name, "stops", stops);
        longestDays = required(name, "lengths", longestDays);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The share of policies with the rule “" + name + "” (" + share + ") must lie in 0..1.");
        }
        for (int days : longestDays) {
            for (Trigger start : starts) {
                new Rule(name, strengths.getFirst(), scopes.getFirst(), start, stops.getFirst(), days);
            }
        }
    }

    private static <T> List<T> required(String name, String what, List<T> choices) {
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("The rule “" + name + "” has no " + what + "; allow one at least.");
        }
        return List.copyOf(choices);
    }

    /** Days from the first to the last by a step. */
    public static List<Trigger> onDays(int first, int last, int step) {
        return steps(first, last, step).<Trigger>mapToObj(Trigger.OnDay::new).toList();
    }

    /** Numbers of cases from the least to the most by a step, over some days. */
    public static List<Trigger> casesReach(int least, int most, int step, int days) {
        return steps(least, most, step)
                .<Trigger>mapToObj(cases -> new Trigger.CasesReach(cases, days))
                .toList();
    }

    private static IntStream steps(int first, int last, int step) {
        return IntStream.iterate(first, each -> each <= last, each -> each + step);
    }

    /** Number of choices of a part. */
    int choices(int part) {
        return switch (part) {
            case 0 -> strengths.size();
            case 1 -> scopes.size();
            case 2 -> starts.size();
            case 3 -> stops.size();
            default -> longestDays.size();
        };
    }

    /** Number of rules within the bounds. */
    long rules() {
        return IntStream.range(0, PARTS).mapToLong(this::choices).reduce(1, Math::multiplyExact);
    }

    PlannedRule rule(int... choice) {
        Rule rule = new Rule(
                name,
                strengths.get(choice[0]),
                scopes.get(choice[1]),
                starts.get(choice[2]),
                stops.get(choice[3]),
                longestDays.get(choice[4]));
        return new PlannedRule(rule, basis);
    }

    /** The choices that make a rule. @throws IllegalArgumentException when it lies outside the bounds */
    int[] choice(Rule rule) {
        int[] choice = {
            strengths.indexOf(rule.measure()),
            scopes.indexOf(rule.scope()),
            starts.indexOf(rule.start()),
            stops.indexOf(rule.stop()),
            longestDays.indexOf(rule.longestDays())
        };
        for (int part : choice) {
            if (part < 0) {
                throw new IllegalArgumentException("The rule " + rule + " lies outside the bounds of “" + name
                        + "”; vary only what was made within them.");
            }
        }
        return choice;
    }
}
