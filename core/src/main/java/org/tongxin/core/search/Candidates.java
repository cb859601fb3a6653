package org.tongxin.core.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The policies that compete, and those that may not. Immutable.
 *
 * @param policies at least one, doing nothing first; names differ
 * @param refusals those that were not admitted, in their order
 */
public record Candidates(List<Policy> policies, List<Refusal> refusals) {

    /** Copies the lists. */
    public Candidates {
        policies = List.copyOf(policies);
        refusals = List.copyOf(refusals);
    }

    /**
     * Why a policy is no candidate.
     *
     * @param policy its name
     * @param reason in short
     * @param explanation what is wrong with which rule, and what to do
     */
    public record Refusal(String policy, Reason reason, String explanation) {}

    /** Reasons to refuse a policy. */
    public enum Reason {
        /** A measure has no legal basis. */
        NO_LEGAL_BASIS,
        /** Another policy has the same name. */
        NAME_TAKEN,
        /** Another policy has the same rules. */
        SAME_RULES
    }

    /**
     * Admits policies whose measures all have a legal basis. Doing nothing is added when nobody proposed it.
     *
     * @param proposed any number, in the order in which equals are decided
     */
    public static Candidates admit(List<Policy> proposed) {
        List<Policy> admitted = new ArrayList<>();
        admitted.add(proposed.stream().filter(Policy::isNothing).findFirst().orElseGet(Policy::nothing));
        List<Refusal> refused = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        admitted.forEach(each -> note(each, taken));
        for (Policy each : proposed) {
            if (each == admitted.getFirst()) {
                continue;
            }
            List<Refusal> reasons = reasons(each, taken);
            refused.addAll(reasons);
            if (reasons.isEmpty()) {
                admitted.add(each);
                note(each, taken);
            }
        }
        return new Candidates(admitted, refused);
    }

    private static void note(Policy policy, Set<Object> taken) {
        taken.add(policy.name());
        taken.add(policy.withRules("", policy.rules()));
    }

    private static List<Refusal> reasons(Policy policy, Set<Object> taken) {
        List<Refusal> reasons = new ArrayList<>();
        for (PlannedRule each : policy.rules()) {
            if (each.basis() == null) {
                reasons.add(new Refusal(
                        policy.name(),
                        Reason.NO_LEGAL_BASIS,
                        "The rule “"
                                + each.rule().name() + "” of the policy “" + policy.name()
                                + "” has no legal basis. Name law, article and authority, or leave the rule out."));
            }
        }
        if (taken.contains(policy.name())) {
            reasons.add(new Refusal(
                    policy.name(),
                    Reason.NAME_TAKEN,
                    "The name “" + policy.name() + "” stands for another policy already. Give it a name of its own."));
        } else if (taken.contains(policy.withRules("", policy.rules()))) {
            reasons.add(new Refusal(
                    policy.name(),
                    Reason.SAME_RULES,
                    "The policy “" + policy.name() + "” has the same rules as one before it. Leave one of them out."));
        }
        return reasons;
    }
}
