package org.tongxin.app.warning.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.risk.AreaRisk;
import org.tongxin.app.warning.risk.IndexSettings;
import org.tongxin.app.warning.risk.IndexVersions;
import org.tongxin.app.warning.risk.RatingOverrides;
import org.tongxin.app.warning.risk.RiskIndices;
import org.tongxin.core.rating.Contribution;
import org.tongxin.core.rating.Level;
import org.tongxin.core.rating.RiskIndex;
import org.tongxin.core.rating.Thresholds;

/** The index on the page of a street: why it is what it is, what would lower it, how it went, what a person set beside it. */
@Component
class RiskPanel {

    private static final int HISTORY = 28;
    private static final int CHART_WIDTH = 376;
    private static final int CHART_HEIGHT = 220;

    private final RiskIndices indices;
    private final IndexVersions versions;
    private final RatingOverrides overrides;

    RiskPanel(RiskIndices indices, IndexVersions versions, RatingOverrides overrides) {
        this.indices = indices;
        this.versions = versions;
        this.overrides = overrides;
    }

    void show(Actor actor, Area area, LocalDate day, Model model) {
        List<AreaRisk> history = indices.history(actor.territory(), area.path(), day, HISTORY);
        AreaRisk risk = history.isEmpty() ? null : history.getFirst();
        model.addAttribute("risk", risk);
        model.addAttribute("riskHistory", history);
        model.addAttribute("mayOverride", RatingOverrides.mayOverride(actor) && area.tasked());
        model.addAttribute(
                "override",
                overrides.active(area.path()).stream()
                        .filter(each -> each.areaPath().equals(area.path()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("overrides", overrides.history(area.path()));
        model.addAttribute("overrideLevels", List.of("RED", "ORANGE", "YELLOW", "BLUE", "NONE"));
        if (risk != null) {
            IndexSettings settings = versions.settings(risk.configVersion());
            model.addAttribute("parts", parts(risk));
            model.addAttribute("reliefs", reliefs(risk, settings));
            model.addAttribute("riskChart", chart(history, settings.thresholds()));
        }
    }

    private static List<RiskPart> parts(AreaRisk risk) {
        Map<String, List<RiskPart.Item>> items = new LinkedHashMap<>();
        for (Contribution each : risk.result().contributions()) {
            items.computeIfAbsent(each.part(), part -> new ArrayList<>())
                    .add(new RiskPart.Item(
                            each.indicator(),
                            each.tenths(),
                            each.mostTenths(),
                            risk.sentences().get(each.indicator())));
        }
        List<RiskPart> parts = new ArrayList<>();
        items.forEach((name, all) -> parts.add(new RiskPart(
                name,
                all.stream().mapToInt(RiskPart.Item::tenths).sum(),
                all.stream().mapToInt(RiskPart.Item::mostTenths).sum(),
                all)));
        return parts;
    }

    private static List<ReliefLine> reliefs(AreaRisk risk, IndexSettings settings) {
        double entry = settings.thresholds().entry(risk.result().level());
        if (entry == 0) {
            return List.of();
        }
        int needed = RiskIndex.tenthsAbove(risk.result(), entry);
        return new RiskIndex(settings.config(), settings.thresholds())
                .reliefs(risk.result(), entry).stream()
                        .map(relief -> ReliefLine.of(relief, needed))
                        .toList();
    }

    private static LevelChart chart(List<AreaRisk> history, Thresholds thresholds) {
        Map<LocalDate, AreaRisk> byDay = new HashMap<>();
        history.forEach(risk -> byDay.put(risk.dataDay(), risk));
        LocalDate last = history.getFirst().dataDay();
        LocalDate first = history.getLast().dataDay();
        List<LevelChart.Point> points = first.datesUntil(last.plusDays(1))
                .map(day -> new LevelChart.Point(day, index(byDay.get(day))))
                .toList();
        return LevelChart.of(points, entries(thresholds), CHART_WIDTH, CHART_HEIGHT);
    }

    private static @Nullable Integer index(@Nullable AreaRisk risk) {
        return risk == null || !risk.known() ? null : (int) Math.round(risk.index());
    }

    private static Map<String, Integer> entries(Thresholds thresholds) {
        Map<String, Integer> entries = new LinkedHashMap<>();
        for (RatingLevel level : List.of(RatingLevel.RED, RatingLevel.ORANGE, RatingLevel.YELLOW, RatingLevel.BLUE)) {
            entries.put(level.name(), (int) Math.round(thresholds.entry(Level.valueOf(level.name()))));
        }
        return entries;
    }
}
