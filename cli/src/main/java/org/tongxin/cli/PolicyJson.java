package org.tongxin.cli;

import java.util.List;
import org.tongxin.core.epidemic.Model;
import org.tongxin.core.search.LegalBasis;
import org.tongxin.core.search.PlannedRule;
import org.tongxin.core.search.Policy;

/** Named policies in a file: rules as in a model, each with what allows it. */
final class PolicyJson {

    private PolicyJson() {}

    /** Policies that the model could run; whether they may compete is not asked here. */
    static List<Policy> policies(JsonValue list, Model model) {
        List<JsonValue> items = list.items();
        if (items.isEmpty()) {
            throw list.refused("there is no policy. Name one at least, to be compared with doing nothing.");
        }
        return items.stream().map(each -> policy(each, model)).toList();
    }

    private static Policy policy(JsonValue value, Model model) {
        value.only("name", "about", "rules");
        String name = value.get("name").text();
        if (name.isBlank()) {
            throw value.get("name").wrong("must not be blank");
        }
        JsonValue rules = value.get("rules");
        Policy policy =
                Policy.of(name, rules.items().stream().map(PolicyJson::planned).toList());
        RuleJson.requireTogether(rules, policy.engineRules());
        rules.make(() -> model.withResponse(model.response().withRules(policy.engineRules())));
        return policy;
    }

    private static PlannedRule planned(JsonValue rule) {
        return new PlannedRule(RuleJson.rule(rule), rule.has("basis") ? basis(rule.get("basis")) : null);
    }

    private static LegalBasis basis(JsonValue value) {
        value.only("law", "article", "authority");
        return value.make(() -> new LegalBasis(
                value.get("law").text(),
                value.get("article").text(),
                value.get("authority").text()));
    }
}
