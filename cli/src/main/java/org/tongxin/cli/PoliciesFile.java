package org.tongxin.cli;

import java.nio.file.Path;
import java.util.List;
import org.tongxin.core.search.CostRates;
import org.tongxin.core.search.Criterion;
import org.tongxin.core.search.HarmRate;
import org.tongxin.core.search.Indifference;
import org.tongxin.core.search.Policy;
import org.tongxin.core.search.SearchSettings;

/**
 * What may be done and what it is judged by, as JSON; see the guide of the simulation for its form.
 *
 * @param policies as proposed, those without a legal basis included
 * @param criterion the number that decides
 * @param costs in money; what is not given is assumed
 * @param harms to people who are held or limited; assumed when none is given
 * @param probability least probability of a right choice
 * @param indifference smallest difference that matters
 */
record PoliciesFile(
        List<Policy> policies,
        Criterion criterion,
        CostRates costs,
        List<HarmRate> harms,
        double probability,
        Indifference indifference) {

    static final String POLICIES = "policies";

    static PoliciesFile read(Path file, ModelFile model) {
        JsonValue root = JsonValue.read(file)
                .only("about", POLICIES, "criterion", "costs", "harms", "probability", "indifference");
        return new PoliciesFile(
                PolicyJson.policies(root.get(POLICIES), model.situations().getFirst()),
                CriterionJson.criterion(root.get("criterion")),
                RatesJson.costs(root),
                RatesJson.harms(root),
                probability(root),
                root.has("indifference") ? indifference(root.get("indifference")) : Indifference.SUGGESTED);
    }

    private static double probability(JsonValue root) {
        SearchSettings suggested = SearchSettings.suggested(1);
        double probability = root.number("probability", suggested.confidence());
        if (!(probability >= 0.5 && probability <= 0.999)) {
            throw root.get("probability").wrong("must lie in 0.5..0.999");
        }
        return probability;
    }

    /** A number in units of the criterion, or a share of what doing nothing leads to. */
    private static Indifference indifference(JsonValue value) {
        if (value.node().isNumber()) {
            return value.make(() -> Indifference.of(value.number()));
        }
        value.only("share", "least");
        Indifference suggested = Indifference.SUGGESTED;
        return value.make(() ->
                new Indifference(value.number("share", suggested.share()), value.number("least", suggested.least())));
    }
}
