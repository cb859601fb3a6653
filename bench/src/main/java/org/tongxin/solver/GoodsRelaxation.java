package org.tongxin.solver;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.tongxin.bench.GoodsDay;
import org.tongxin.core.allocation.SupplyProblem;

/**
 * The relaxed program of a day of goods with shared capacity, by which the search for whole boxes begins: built and solved, with the
 * reduced cost of each way. In the solver's package, because it is one step of the solver and no product of it. One thread, processor
 * time of the thread. Arguments: depots, communities, items, nearest depots of a community that may send, seed.
 */
public final class GoodsRelaxation {

    private GoodsRelaxation() {}

    public static void main(String[] arguments) {
        int[] sizes = {100, 1_000, 20, 10, 5};
        for (int index = 0; index < Math.min(sizes.length, arguments.length); index++) {
            sizes[index] = Integer.parseInt(arguments[index]);
        }
        SupplyProblem problem = GoodsDay.shared(sizes[4], sizes[0], sizes[1], sizes[2], sizes[3]);
        OrToolsEngine.load();
        for (int repetition = 0; repetition < 3; repetition++) {
            double begun = cpu();
            Relaxation relaxation = SupplyModel.relaxation(problem, new long[problem.communities()]);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%d ways: %.2f s, bound %.2f",
                    relaxation.reducedCosts().length,
                    cpu() - begun,
                    relaxation.bound()));
        }
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
