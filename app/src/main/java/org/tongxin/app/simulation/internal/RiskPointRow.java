package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.RiskPoint;

/**
 * A place through which infections pass, in the district's numbers. A scaled town has fewer schools, workplaces and compounds, each as
 * large as in the district, so that what passes through one of them is not scaled up; its communities are as many and smaller, and so
 * is what passes a checkpoint.
 *
 * @param through mean of the runs @param low90 nine in ten runs lie from here @param high90 to here
 */
record RiskPointRow(
        RiskPoint.Kind kind,
        int number,
        String path,
        double direct,
        double through,
        double low90,
        double high90,
        double share) {

    /** Rows that are kept of a scenario. */
    static final int MOST = 50;

    /**
     * Over the drawn presents, the most first; places outside the district are left out, and what a draw did not see of a
     * place counts as none.
     */
    static List<RiskPointRow> of(List<List<RiskPoint>> draws, Town town) {
        int runs = draws.stream()
                .flatMap(List::stream)
                .mapToInt(point -> point.throughInRun().size())
                .max()
                .orElse(1);
        Map<String, List<RiskPoint>> places = new TreeMap<>();
        draws.stream()
                .flatMap(List::stream)
                .filter(point -> point.community() >= 0)
                .forEach(point -> places.computeIfAbsent(point.kind() + " " + point.number(), key -> new ArrayList<>())
                        .add(point));
        List<RiskPointRow> rows = new ArrayList<>();
        places.values().forEach(each -> rows.add(row(each, draws.size(), runs, town)));
        rows.sort(Comparator.comparingDouble(RiskPointRow::through)
                .reversed()
                .thenComparing(RiskPointRow::kind)
                .thenComparing(RiskPointRow::number));
        return List.copyOf(rows.subList(0, Math.min(MOST, rows.size())));
    }

    /** @param seen one place, once for each draw that saw it @param runs of each draw */
    private static RiskPointRow row(List<RiskPoint> seen, int draws, int runs, Town town) {
        RiskPoint place = seen.getFirst();
        double people = place.kind() == RiskPoint.Kind.CHECKPOINT ? town.scale() : 1;
        double[] through = new double[draws * runs];
        int next = 0;
        for (RiskPoint point : seen) {
            for (int run : point.throughInRun()) {
                through[next++] = run / people;
            }
        }
        return new RiskPointRow(
                place.kind(),
                place.number(),
                town.communities().get(place.community()),
                sum(seen, RiskPoint::direct) / draws / people,
                sum(seen, RiskPoint::through) / draws / people,
                Ensemble.quantile(through, 0.05),
                Ensemble.quantile(through, 0.95),
                Math.min(1, sum(seen, RiskPoint::share) / draws));
    }

    private static double sum(List<RiskPoint> seen, ToDoubleFunction<RiskPoint> what) {
        return seen.stream().mapToDouble(what).sum();
    }
}
