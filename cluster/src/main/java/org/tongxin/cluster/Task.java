package org.tongxin.cluster;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.Model;
import org.tongxin.core.epidemic.PlaceTotals;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.Simulator;

/**
 * What a worker does with a portion.
 *
 * @param model where it finds the model
 * @param seed of the ensemble
 */
record Task(ModelAt model, long seed) implements Function<Portion, Part> {

    @Override
    public Part call(Portion portion) {
        TaskContext context = TaskContext.get();
        Simulator simulator = WorkerModel.simulator(model);
        PlaceTotals places = totals(simulator.model());
        List<Run> runs = new ArrayList<>();
        for (int number = portion.from(); number < portion.to(); number++) {
            runs.add(simulator.run(Ensemble.seed(seed, number), context::isInterrupted));
            simulator.addTo(places);
        }
        return new Part(portion.from(), runs, places);
    }

    static PlaceTotals totals(Model model) {
        return new PlaceTotals(model.population().places().communities(), model.days());
    }
}
