package org.tongxin.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongxin.core.epidemic.Measure;
import org.tongxin.core.epidemic.Rule;
import org.tongxin.core.epidemic.Scope;
import org.tongxin.core.epidemic.Trigger;

/** A line of a policy in a file. */
final class RuleJson {

    private static final List<String> FIELDS =
            List.of("name", "measure", "where", "from", "until", "fromCases", "untilCases", "longestDays", "basis");

    private RuleJson() {}

    static List<Rule> rules(JsonValue list) {
        List<Rule> rules = list.items().stream().map(RuleJson::rule).toList();
        requireTogether(list, rules);
        return rules;
    }

    /** Refuses rules that each are right, but not beside each other. */
    static void requireTogether(JsonValue list, List<Rule> rules) {
        Set<String> names = new HashSet<>();
        for (Rule rule : rules) {
            if (!names.add(rule.name())) {
                throw list.refused("two rules are named \"" + rule.name() + "\". Give each a name of its own.");
            }
        }
        requireFinder(list, rules);
    }

    /** Refuses a rule that waits for confirmed cases where nothing finds any. */
    private static void requireFinder(JsonValue list, List<Rule> rules) {
        boolean found = rules.stream()
                .map(Rule::measure)
                .anyMatch(measure -> measure instanceof Measure.SymptomTesting || measure instanceof Measure.Screening);
        rules.stream()
                .filter(rule -> !found && rule.start() instanceof Trigger.CasesReach)
                .findFirst()
                .ifPresent(rule -> {
                    throw list.refused(
                            "the rule \"" + rule.name() + "\" starts by confirmed cases, but no rule finds any, so that"
                                    + " it would never start. Add symptomTesting or screening, or start it on a day (from).");
                });
    }

    static Rule rule(JsonValue value) {
        List<String> fields = new ArrayList<>(FIELDS);
        fields.addAll(MeasureJson.fields(value.get("measure")));
        value.only(fields.toArray(String[]::new));
        String name = value.get("name").text();
        Measure measure = MeasureJson.measure(value);
        return value.make(() -> new Rule(name, measure, scope(value), start(value), stop(value), longest(value)));
    }

    private static Scope scope(JsonValue rule) {
        if (!rule.has("where")) {
            return new Scope.District();
        }
        JsonValue where = rule.get("where");
        if (where.node().isArray()) {
            return where.make(() -> new Scope.Communities(
                    where.items().stream().map(JsonValue::whole).toList()));
        }
        return switch (where.text()) {
            case "district" -> new Scope.District();
            case "each street" -> new Scope.EachStreet();
            case "each community" -> new Scope.EachCommunity();
            default -> throw where.wrong("must be district, each street, each community, or a list of communities");
        };
    }

    private static Trigger start(JsonValue rule) {
        if (rule.has("fromCases")) {
            JsonValue cases = rule.get("fromCases").only("cases", "days");
            return cases.make(() -> new Trigger.CasesReach(
                    cases.get("cases").whole(), cases.get("days").whole()));
        }
        return new Trigger.OnDay(rule.get("from").whole());
    }

    /** A rule ends on a day, after some days, or when cases have become few; in the last case after some days at the latest. */
    private static Trigger stop(JsonValue rule) {
        if (rule.has("untilCases")) {
            JsonValue cases = rule.get("untilCases").only("cases", "days");
            return cases.make(() -> new Trigger.CasesFallTo(
                    cases.get("cases").whole(), cases.get("days").whole()));
        }
        if (rule.has("until")) {
            return new Trigger.OnDay(rule.get("until").whole() + 1);
        }
        return new Trigger.AfterDays(longest(rule));
    }

    private static int longest(JsonValue rule) {
        if (rule.has("longestDays")) {
            return rule.get("longestDays").whole();
        }
        if (rule.has("from") && rule.has("until")) {
            int days = rule.get("until").whole() - rule.get("from").whole() + 1;
            if (days < 1) {
                throw rule.refused("the rule ends (" + rule.get("until").whole() + ") before it starts ("
                        + rule.get("from").whole() + "). Set until to a later day.");
            }
            return days;
        }
        throw rule.refused("the rule “" + rule.get("name").text()
                + "” has no end. Add until, or longestDays, so that no measure is without end.");
    }
}
