package org.tongxin.app.warning.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.core.rating.IndexConfig;
import org.tongxin.core.rating.LevelReplay;
import org.tongxin.core.rating.PairwiseWeights;

/** Lays other weights beside the present ones on the days that were rated, at most the last ninety. Thread-safe. */
@Component
public class WeightPreviews {

    private static final int DAYS = 90;

    private final RiskIndices indices;
    private final IndexVersions versions;

    WeightPreviews(RiskIndices indices, IndexVersions versions) {
        this.indices = indices;
        this.versions = versions;
    }

    /** Empty when the answers are not complete. */
    public Optional<WeightPreview> of(String territory, List<String> judgements) {
        return WeightQuestions.weights(judgements).map(weights -> preview(territory, weights));
    }

    private WeightPreview preview(String territory, PairwiseWeights weights) {
        IndexSettings now = versions.newest().settings();
        IndexConfig then = WeightQuestions.reweighed(now.config(), "preview", weights);
        Map<String, List<AreaRisk>> byStreet = new LinkedHashMap<>();
        indices.lastDay()
                .ifPresent(last -> indices.since(territory, last.minusDays(DAYS - 1L))
                        .forEach(risk -> byStreet.computeIfAbsent(risk.areaPath(), path -> new ArrayList<>())
                                .add(risk)));
        LevelReplay old = new LevelReplay(now.config(), now.thresholds());
        LevelReplay other = new LevelReplay(then, now.thresholds());
        List<WeightPreview.Difference> differences = new ArrayList<>();
        byStreet.values().forEach(days -> compare(days, old, other, differences));
        return new WeightPreview(
                then.weightByPart(),
                now.config().weightByPart(),
                weights.consistencyRatio(),
                weights.consistent(),
                byStreet.values().stream().mapToInt(List::size).max().orElse(0),
                differences);
    }

    private static void compare(
            List<AreaRisk> days, LevelReplay old, LevelReplay other, List<WeightPreview.Difference> differences) {
        List<LevelReplay.Day> known = days.stream().map(WeightPreviews::day).toList();
        List<LevelReplay.Kept> before = old.of(known);
        List<LevelReplay.Kept> after = other.of(known);
        for (int i = 0; i < days.size(); i++) {
            RatingLevel was = level(before.get(i));
            RatingLevel would = level(after.get(i));
            if (was != would) {
                AreaRisk risk = days.get(i);
                differences.add(new WeightPreview.Difference(
                        risk.areaPath(), risk.areaName(), risk.areaNameEn(), risk.dataDay(), was, would));
            }
        }
    }

    private static LevelReplay.Day day(AreaRisk risk) {
        Double q = risk.q();
        return new LevelReplay.Day(risk.measured(), q == null ? Double.NaN : q, risk.completeness());
    }

    private static RatingLevel level(LevelReplay.Kept kept) {
        return RatingLevel.valueOf(kept.state().level().name());
    }
}
