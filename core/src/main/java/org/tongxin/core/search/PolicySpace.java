package org.tongxin.core.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongxin.core.random.SequentialRandom;

/**
 * All policies within stated bounds: each rule is there or not, and each of its parts is one of a list. Policies are drawn,
 * varied a little, or listed. Equal seeds give equal policies. Immutable.
 *
 * @param templates rules in the order in which a policy has them; names differ
 */
public record PolicySpace(List<RuleTemplate> templates) {

    private static final long DRAW = 1;
    private static final long VARY = 2;

    /** So many draws for each policy that is asked for, before the space counts as exhausted. */
    private static final int PATIENCE = 50;

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException when there is no template or two have the same name
     */
    public PolicySpace {
        templates = List.copyOf(templates);
        long names = templates.stream().map(RuleTemplate::name).distinct().count();
        if (templates.isEmpty() || names < templates.size()) {
            throw new IllegalArgumentException("The rules that may be varied ("
                    + templates.stream().map(RuleTemplate::name).toList()
                    + ") must be one at least, with names that differ.");
        }
    }

    /** Number of policies, doing nothing included. @throws ArithmeticException when it is beyond a long */
    public long size() {
        return templates.stream().mapToLong(each -> each.rules() + 1).reduce(1, Math::multiplyExact);
    }

    /**
     * Policies that differ from each other, doing nothing first.
     *
     * @param seed of the draws
     * @param number 1 or more
     * @return as many as asked for, or fewer where the space has not enough
     */
    public List<Policy> draw(long seed, int number) {
        List<Policy> drawn = new ArrayList<>(List.of(Policy.nothing()));
        Set<List<PlannedRule>> seen = new HashSet<>(Set.of(List.of()));
        for (long key = 0; drawn.size() < number && key < (long) PATIENCE * number; key++) {
            List<PlannedRule> rules = drawnRules(SequentialRandom.of(seed, DRAW, key));
            if (seen.add(rules)) {
                drawn.add(Policy.of("candidate " + drawn.size(), rules));
            }
        }
        return drawn;
    }

    private List<PlannedRule> drawnRules(SequentialRandom random) {
        List<PlannedRule> rules = new ArrayList<>();
        for (RuleTemplate each : templates) {
            if (random.uniform() < each.share()) {
                rules.add(each.rule(drawnChoice(each, random)));
            }
        }
        return rules;
    }

    private static int[] drawnChoice(RuleTemplate template, SequentialRandom random) {
        int[] choice = new int[RuleTemplate.PARTS];
        for (int part = 0; part < choice.length; part++) {
            choice[part] = random.below(template.choices(part));
        }
        return choice;
    }

    /**
     * A policy changed in one rule: the rule is added where it is missing; else one of its parts is drawn anew or, one time in
     * four, it is left out.
     *
     * @param policy from this space
     * @param name of the changed policy
     * @param seed and key of the change
     * @throws IllegalArgumentException when a rule of the policy lies outside the bounds
     */
    public Policy vary(Policy policy, String name, long seed, long key) {
        SequentialRandom random = SequentialRandom.of(seed, VARY, key);
        RuleTemplate changed = templates.get(random.below(templates.size()));
        List<PlannedRule> rules = new ArrayList<>();
        for (RuleTemplate each : templates) {
            Optional<PlannedRule> before = ruleOf(policy, each);
            (each == changed ? changed(each, before, random) : before).ifPresent(rules::add);
        }
        return policy.withRules(name, rules);
    }

    private static Optional<PlannedRule> ruleOf(Policy policy, RuleTemplate template) {
        return policy.rules().stream()
                .filter(each -> each.rule().name().equals(template.name()))
                .findFirst();
    }

    private static Optional<PlannedRule> changed(
            RuleTemplate template, Optional<PlannedRule> before, SequentialRandom random) {
        if (before.isEmpty()) {
            return Optional.of(template.rule(drawnChoice(template, random)));
        }
        int[] choice = template.choice(before.get().rule());
        int part = random.below(RuleTemplate.PARTS);
        if (random.below(4) == 0) {
            return Optional.empty();
        }
        choice[part] = random.below(template.choices(part));
        return Optional.of(template.rule(choice));
    }

    /**
     * All policies, doing nothing first.
     *
     * @param most that the caller can do with
     * @throws IllegalArgumentException when there are more
     */
    public List<Policy> all(int most) {
        if (size() > most) {
            throw new IllegalArgumentException("There are " + size() + " policies within these bounds, more than "
                    + most + "; draw some of them, or narrow the bounds.");
        }
        List<Policy> all = new ArrayList<>();
        for (long number = 0; number < size(); number++) {
            List<PlannedRule> rules = rulesOf(number);
            all.add(rules.isEmpty() ? Policy.nothing() : Policy.of("candidate " + number, rules));
        }
        return all;
    }

    /** Reads a number as one digit for each template, 0 meaning that the rule is left out. */
    private List<PlannedRule> rulesOf(long number) {
        List<PlannedRule> rules = new ArrayList<>();
        long left = number;
        for (RuleTemplate each : templates) {
            long digit = left % (each.rules() + 1);
            left /= each.rules() + 1;
            if (digit > 0) {
                rules.add(each.rule(choiceOf(each, digit - 1)));
            }
        }
        return rules;
    }

    private static int[] choiceOf(RuleTemplate template, long number) {
        int[] choice = new int[RuleTemplate.PARTS];
        long left = number;
        for (int part = 0; part < choice.length; part++) {
            choice[part] = (int) (left % template.choices(part));
            left /= template.choices(part);
        }
        return choice;
    }
}
