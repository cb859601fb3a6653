package org.tongxin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a plan against its instance. */
@Command(
        name = "check",
        description = "Checks a plan: every rule, the total counted anew, and what it claims.",
        mixinStandardHelpOptions = true,
        versionProvider = Tongxin.Version.class,
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {

    private static final int MOST_NAMED = 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--input", required = true, description = "the instance, as for allocate")
    private Path input = Path.of("");

    @Option(names = "--plan", required = true, description = "the plan, as allocate writes it; total and plan suffice")
    private Path plan = Path.of("");

    @Override
    public Integer call() {
        PrintWriter err = spec == null
                ? new PrintWriter(System.err, true)
                : spec.commandLine().getErr();
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
        DispatchInstance instance = DispatchFile.read(input, err::println);
        StatedPlan stated = PlanFile.read(plan);
        PlanReview review = review(instance, stated);
        if (!review.violations().isEmpty()) {
            throw BadInput.in(plan, broken(review));
        }
        out.println("The plan keeps every rule, and its total is " + review.total() + ".");
        out.println(optimality(review));
        return 0;
    }

    private PlanReview review(DispatchInstance instance, StatedPlan stated) {
        try {
            return PlanReview.of(instance, stated);
        } catch (ArithmeticException overflow) {
            throw BadInput.in(plan, "its total does not fit 64 bits (overflow). Mend its quantities.");
        }
    }

    private static String broken(PlanReview review) {
        int count = review.violations().size();
        String shown = String.join("\n", review.violations().subList(0, Math.min(count, MOST_NAMED)));
        return "the plan is wrong in " + count + (count == 1 ? " point" : " points")
                + (count > MOST_NAMED ? ", of which the first " + MOST_NAMED + " are:\n" : ":\n") + shown;
    }

    private static String optimality(PlanReview review) {
        return review.optimum()
                .map(best -> best == review.total()
                        ? "No plan is better: solved anew, the total is the same."
                        : "A better plan exists: the least total is " + best + ".")
                .orElse("Whether a better plan exists was not checked: that needs an engine from elsewhere.");
    }
}
