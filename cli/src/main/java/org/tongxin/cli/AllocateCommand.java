package org.tongxin.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Allocates people, goods or shifts at the least total. */
@Command(
        name = "allocate",
        description = "Allocates people to posts, goods to communities, or people to shifts, at the least total.",
        mixinStandardHelpOptions = true,
        versionProvider = Tongxin.Version.class,
        sortOptions = false)
final class AllocateCommand implements Callable<Integer> {

    private static final long NANOS_PER_MILLI = 1_000_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--input",
            required = true,
            description = "a tongxin-dispatch/1 instance, or costs as OR-Library text")
    private Path input = Path.of("");

    @Option(names = "--output", required = true, description = "file for the plan with its total and reasons")
    private Path output = Path.of("");

    @Override
    public Integer call() {
        OutputFiles.requireWritable(output);
        DispatchInstance instance = DispatchFile.read(input, this::say);
        long before = cpuNanos();
        Allocation plan = solve(instance);
        long cpuMillis = (cpuNanos() - before) / NANOS_PER_MILLI;
        new OutputFiles().text(output, PlanFile.text(plan, cpuMillis)).write();
        return 0;
    }

    private Allocation solve(DispatchInstance instance) {
        try {
            return switch (instance) {
                case DispatchInstance.People people -> PeopleAllocation.of(people.instance());
                case DispatchInstance.Supply supply -> SupplyAllocation.of(supply.problem());
                case DispatchInstance.Shift shift -> ShiftAllocation.of(shift.problem());
            };
        } catch (IllegalArgumentException refused) {
            throw BadInput.in(input, String.valueOf(refused.getMessage()));
        } catch (ArithmeticException overflow) {
            throw BadInput.in(
                    input, "the total does not fit 64 bits (overflow). Choose larger units of cost or of goods.");
        } catch (LinkageError unfit) {
            throw new BadInput("The module solver, which this instance needs, does not fit this machine ("
                    + unfit.getMessage() + "). Run this instance on another; people, and goods whose depots' capacity"
                    + " does not bind, can be run here.");
        }
    }

    private void say(String sentence) {
        if (spec != null) {
            spec.commandLine().getErr().println(sentence);
        }
    }

    /** Of the whole program, so that engines outside Java count as well. */
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
