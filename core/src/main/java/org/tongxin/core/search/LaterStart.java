package org.tongxin.core.search;

import org.tongxin.core.epidemic.Rule;
import org.tongxin.core.epidemic.Trigger;

/**
 * The same policy, begun some days later. A rule by the calendar starts and ends so many days later; a rule by cases starts so
 * many days after the cases were there. Its length and its end by cases stay.
 */
public final class LaterStart {

    private LaterStart() {}

    /**
     * The policy, later.
     *
     * @param days 1 or more
     */
    public static Policy of(Policy policy, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("A start cannot be put off by " + days + " days; give 1 or more.");
        }
        return policy.withRules(
                policy.name() + ", " + days + (days == 1 ? " day later" : " days later"),
                policy.rules().stream()
                        .map(each -> new PlannedRule(later(each.rule(), days), each.basis()))
                        .toList());
    }

    private static Rule later(Rule rule, int days) {
        return new Rule(
                rule.name(),
                rule.measure(),
                rule.scope(),
                later(rule.start(), days),
                rule.stop() instanceof Trigger.OnDay until ? later(until, days) : rule.stop(),
                rule.longestDays());
    }

    private static Trigger later(Trigger trigger, int days) {
        return switch (trigger) {
            case Trigger.OnDay on -> new Trigger.OnDay(on.day() + days);
            case Trigger.Later before -> new Trigger.Later(before.trigger(), before.days() + days);
            default -> new Trigger.Later(trigger, days);
        };
    }
}
