package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongxin.core.epidemic.RiskPoint;

/**
 * A place through which infections pass, in the district's numbers. A scaled town has fewer schools, workplaces and compounds, each as
 * large as in the district, so that what passes through one of them is not scaled up; its communities are as many and smaller, and so
 * is what passes a checkpoint.
 */
record RiskPointRow(RiskPoint.Kind kind, int number, String path, double direct, double through, double share) {

    /** Rows that are kept of a scenario. */
    static final int MOST = 50;

    /** The mean over the drawn presents, the most first; places outside the district are left out. */
    static List<RiskPointRow> of(List<List<RiskPoint>> draws, Town town) {
        Map<String, RiskPointRow> sums = new TreeMap<>();
        for (List<RiskPoint> draw : draws) {
            draw.stream()
                    .filter(point -> point.community() >= 0)
                    .map(point -> row(point, draws.size(), town))
                    .forEach(row -> sums.merge(row.kind() + " " + row.number(), row, RiskPointRow::plus));
        }
        List<RiskPointRow> rows = new ArrayList<>(sums.values());
        rows.sort(Comparator.comparingDouble(RiskPointRow::through)
                .reversed()
                .thenComparing(RiskPointRow::kind)
                .thenComparing(RiskPointRow::number));
        return List.copyOf(rows.subList(0, Math.min(MOST, rows.size())));
    }

    private static RiskPointRow row(RiskPoint point, int draws, Town town) {
        double people = point.kind() == RiskPoint.Kind.CHECKPOINT ? town.scale() * draws : draws;
        return new RiskPointRow(
                point.kind(),
                point.number(),
                town.communities().get(point.community()),
                point.direct() / people,
                point.through() / people,
                point.share() / draws);
    }

    private RiskPointRow plus(RiskPointRow other) {
        return new RiskPointRow(
                kind, number, path, direct + other.direct, through + other.through, Math.min(1, share + other.share));
    }
}
