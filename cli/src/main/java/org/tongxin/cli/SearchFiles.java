package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.tongxin.core.search.Aim;
import org.tongxin.core.search.Assessment;
import org.tongxin.core.search.Candidates;
import org.tongxin.core.search.HarmRate;
import org.tongxin.core.search.Promise;
import org.tongxin.core.search.Quantity;
import org.tongxin.core.search.Ranking;
import org.tongxin.core.search.Rate;
import org.tongxin.core.search.Summary;
import tools.jackson.databind.json.JsonMapper;

/** What a search writes: all policies with all aims, the front, harms, the rates behind them, and what is promised. */
final class SearchFiles {

    private final Path folder;
    private final String model;
    private final PoliciesFile asked;
    private final Ranking ranking;
    private final Assessment nothing;

    SearchFiles(Path folder, String model, PoliciesFile asked, Ranking ranking) {
        this.folder = folder;
        this.model = model;
        this.asked = asked;
        this.ranking = ranking;
        nothing = ranking.assessments().stream()
                .filter(each -> each.policy().isNothing())
                .findFirst()
                .orElseThrow();
    }

    OutputFiles all() {
        return new OutputFiles()
                .table(
                        folder.resolve("ranking.csv"),
                        table(rankingHead(asked.harms()), ranking.assessments(), this::ranked))
                .table(folder.resolve("pareto.csv"), table(frontHead(), ranking.front(), SearchFiles::onFront))
                .table(folder.resolve("harms.csv"), harms())
                .table(folder.resolve("rates.csv"), rates())
                .text(folder.resolve("promise.json"), promise());
    }

    private static List<List<String>> table(
            List<String> head, List<Assessment> assessments, Function<Assessment, List<String>> row) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(head);
        assessments.stream().map(row).forEach(rows::add);
        return rows;
    }

    private static List<String> rankingHead(List<HarmRate> harms) {
        List<String> head = new ArrayList<>(
                List.of("rank", "policy", "level", "on_front", "knee", "last_stage", "runs", "criterion_mean"));
        head.addAll(List.of("criterion_low", "criterion_high", "criterion_minus_nothing"));
        for (Aim aim : Aim.values()) {
            for (String number : List.of("mean", "low", "high", "minus_nothing")) {
                head.add(AimNames.column(aim) + "_" + number);
            }
        }
        harms.forEach(each -> head.addAll(harmColumns(each.name().replace(' ', '_'), "_")));
        return head;
    }

    private List<String> ranked(Assessment each) {
        List<String> row = new ArrayList<>(List.of(
                Integer.toString(each.rank()),
                each.policy().name(),
                Integer.toString(each.level()),
                Boolean.toString(each.onFront()),
                Boolean.toString(each.knee()),
                each.last().name().toLowerCase(Locale.ROOT),
                Integer.toString(each.criterion().runs())));
        addNumbers(row, each.criterion(), nothing.criterion());
        for (Aim aim : Aim.values()) {
            addNumbers(row, each.of(aim), nothing.of(aim));
        }
        addHarms(row, each);
        return row;
    }

    /** The harm, and the least and most it may be by what is only assumed of its rates. */
    private static List<String> harmColumns(String name, String join) {
        return List.of(name, name + join + "assumed" + join + "low", name + join + "assumed" + join + "high");
    }

    private void addHarms(List<String> row, Assessment of) {
        double held = of.of(Quantity.HELD_DAYS);
        double limited = of.of(Quantity.LIMITED_DAYS);
        asked.harms()
                .forEach(harm -> row.addAll(List.of(
                        number(harm.harm(held, limited)),
                        number(harm.least(held, limited)),
                        number(harm.most(held, limited)))));
    }

    private static void addNumbers(List<String> row, Summary of, Summary withoutMeasures) {
        row.addAll(List.of(
                number(of.mean()), number(of.low()), number(of.high()), number(of.mean() - withoutMeasures.mean())));
    }

    private static List<String> frontHead() {
        List<String> head = new ArrayList<>(List.of("policy", "rank", "knee", "bend"));
        for (Aim aim : Aim.values()) {
            head.add(AimNames.column(aim));
        }
        return head;
    }

    private static List<String> onFront(Assessment each) {
        List<String> row = new ArrayList<>(List.of(
                each.policy().name(),
                Integer.toString(each.rank()),
                Boolean.toString(each.knee()),
                number(each.bend())));
        for (Aim aim : Aim.values()) {
            row.add(number(each.of(aim).mean()));
        }
        return row;
    }

    private List<List<String>> harms() {
        List<String> head = new ArrayList<>(List.of("policy", "rank"));
        asked.harms().forEach(each -> head.addAll(harmColumns(each.name(), " ")));
        return table(head, ranking.assessments(), each -> {
            List<String> row = new ArrayList<>(List.of(each.policy().name(), Integer.toString(each.rank())));
            addHarms(row, each);
            return row;
        });
    }

    private List<List<String>> rates() {
        List<Rate> rates = new ArrayList<>(asked.costs().all());
        for (HarmRate harm : asked.harms()) {
            rates.addAll(List.of(harm.perHeldDay(), harm.perLimitedDay()));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("rate", "value", "unit", "source"));
        rates.forEach(
                each -> rows.add(List.of(each.name(), Double.toString(each.value()), each.unit(), each.source())));
        return rows;
    }

    private String promise() {
        Promise promise = ranking.promise();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", model);
        fields.put("best", ranking.chosen().policy().name());
        fields.put("criterion", asked.criterion().name());
        fields.put("probability", promise.confidence());
        fields.put("indifference", promise.indifference());
        fields.put("decided", promise.decided());
        fields.put("promise", words(promise));
        fields.put("selected", promise.selected());
        fields.put("notToldApart", promise.notToldApart());
        fields.put("skewness", promise.skewness());
        fields.put("normalityDoubtful", promise.normalityDoubtful());
        fields.put("runs", ranking.runs());
        fields.put("seed", ranking.seed());
        fields.put(
                "refused", ranking.refusals().stream().map(SearchFiles::refusal).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n";
    }

    private static String words(Promise promise) {
        if (!promise.decided()) {
            return "Nothing is promised: the runs allowed were used up before the policies were told apart."
                    + " Allow more runs, or name a larger indifference.";
        }
        return String.format(
                Locale.ROOT,
                "With a probability of %s %s: if one policy is better than every other by %s or more, in the mean of the"
                        + " criterion, it was chosen; and if a less restrictive one was preferred to the one selected, it"
                        + " is worse by that at most.",
                promise.normalityDoubtful() ? "about" : "at least",
                promise.confidence(),
                number(promise.indifference()));
    }

    private static Map<String, String> refusal(Candidates.Refusal refused) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("policy", refused.policy());
        fields.put("reason", refused.reason().name().toLowerCase(Locale.ROOT));
        fields.put("explanation", refused.explanation());
        return fields;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
