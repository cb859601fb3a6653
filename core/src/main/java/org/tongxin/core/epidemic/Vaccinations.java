package org.tongxin.core.epidemic;

import java.util.Arrays;
import java.util.List;

/**
 * Who is protected by a dose. Each person has one number; those below the coverage of their age have had theirs, and keep
 * it when the rule ends. How far below says how long ago that was. Rules are served in their order, each with people whom those before have not reached: together they may
 * reach more than each by itself. Nothing is stored for a person. One instance belongs to one thread.
 */
final class Vaccinations {

    private final double[] atStart;
    private final Measure.Protection protection;
    private final List<RuleState> rules;
    private final boolean empty;
    private final boolean limitInfection;

    Vaccinations(Immunity immunity, List<RuleState> rules) {
        atStart = immunity.coverage();
        protection = immunity.protection();
        this.rules = rules.stream()
                .filter(each -> each.rule.measure() instanceof Measure.Vaccination)
                .toList();
        boolean noneAtStart = Arrays.stream(atStart).allMatch(share -> share == 0);
        empty = this.rules.isEmpty() && noneAtStart;
        limitInfection = !noneAtStart && protection.againstInfection() > 0
                || this.rules.stream().anyMatch(Vaccinations::limitsInfection);
    }

    boolean isEmpty() {
        return empty;
    }

    /** Whether a dose protects from infection, and not only from its consequences. */
    boolean limitInfection() {
        return limitInfection;
    }

    private static boolean limitsInfection(RuleState rule) {
        return rule.rule.measure() instanceof Measure.Vaccination vaccination
                && vaccination.doses().stream()
                        .anyMatch(dose -> dose.protection().againstInfection() > 0);
    }

    /** Share of infections on contact that remains, for the person with this key. */
    double infectionShare(long personKey, int community, int band, int day) {
        return 1 - of(personKey, community, band, day).againstInfection();
    }

    /** Share of severe courses that remains. */
    double severeShare(long personKey, int community, int band, int day) {
        return 1 - of(personKey, community, band, day).againstSevere();
    }

    private Measure.Protection of(long personKey, int community, int band, int day) {
        double number = Chance.uniform(Chance.bits(personKey, Chance.PROTECTION)) - atStart[band];
        if (number < 0) {
            return protection;
        }
        if (number >= reached(community, band, day)) {
            return Measure.Protection.NONE;
        }
        int morning = firstMorning(number, community, band, day);
        for (RuleState each : rules) {
            if (each.rule.measure() instanceof Measure.Vaccination vaccination && band >= vaccination.fromBand()) {
                int days = each.daysInForce(community, morning);
                if (number < vaccination.reached(days)) {
                    return vaccination.after(each.daysInForce(community, day) - days);
                }
                number -= vaccination.reached(days);
            }
        }
        return Measure.Protection.NONE;
    }

    /** Share of an age who have had their first dose before a day, of any rule. */
    private double reached(int community, int band, int day) {
        double reached = 0;
        for (RuleState each : rules) {
            if (each.rule.measure() instanceof Measure.Vaccination vaccination && band >= vaccination.fromBand()) {
                reached += vaccination.reached(each.daysInForce(community, day));
            }
        }
        return reached;
    }

    /** First day before which the person has had the first dose; who once had it from one rule never seems to have it from another. */
    private int firstMorning(double number, int community, int band, int day) {
        int without = 0;
        int with = day;
        while (with - without > 1) {
            int middle = (without + with) >>> 1;
            if (number < reached(community, band, middle)) {
                with = middle;
            } else {
                without = middle;
            }
        }
        return with;
    }
}
