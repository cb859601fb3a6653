package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.EnsembleExecutor;
import org.tongxin.core.epidemic.Model;
import org.tongxin.core.epidemic.PlaceTotals;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.RunWatch;
import org.tongxin.core.epidemic.Simulator;

/**
 * A model file as any program runs it: read, run wherever its executors compute, and written. The same file gives the same
 * models on every machine, as long as the data it names are the same. Immutable.
 *
 * @param name of the case
 * @param situations one model, or one for each present that reports allow
 */
public record SimulationCase(String name, List<Model> situations) {

    /** Copies the list. */
    public SimulationCase {
        situations = List.copyOf(situations);
    }

    /**
     * Reads a model file; see the guide of the simulation for its form.
     *
     * @throws BadInput when something in it is wrong
     */
    public static SimulationCase read(Path file) {
        return read(file, DistrictFiles.standardFolder());
    }

    /** @param districts folder with the tables of districts */
    static SimulationCase read(Path file, Path districts) {
        ModelFile read = ModelFile.read(file, districts);
        return new SimulationCase(read.name(), read.situations());
    }

    /**
     * Runs each situation as often as the others, or once more.
     *
     * @param first simulator of the first situation
     * @param executors at the number of a situation, what runs it
     * @param seed of all runs
     * @param replicates runs in all, 1 or more
     * @param watch told of every run, numbered through all situations
     */
    public Ensemble run(
            Simulator first, IntFunction<EnsembleExecutor> executors, long seed, int replicates, RunWatch watch) {
        int several = Math.min(situations.size(), replicates);
        if (several == 1) {
            return executors.apply(0).run(first, seed, replicates, watch);
        }
        List<Run> runs = new ArrayList<>();
        @Nullable PlaceTotals places = null;
        for (int i = 0; i < several; i++) {
            Simulator simulator = i == 0 ? first : Simulator.of(situations.get(i));
            int count = replicates / several + (i < replicates % several ? 1 : 0);
            Ensemble part =
                    executors.apply(i).run(simulator, Ensemble.seed(seed, i), count, new From(runs.size(), watch));
            runs.addAll(part.runs());
            if (places == null) {
                places = part.places();
            } else {
                places.join(part.places());
            }
        }
        return new Ensemble(runs, Objects.requireNonNull(places));
    }

    /**
     * Refuses a folder for the result that cannot be written, before long work; creates it where it is not there.
     *
     * @throws BadInput when it cannot be written
     */
    public static void requireFolder(Path folder) {
        OutputFiles.requireFolder(folder);
    }

    /** Writes the tables of {@code tongxin simulate} into a folder. */
    public void write(Path folder, Ensemble ensemble) {
        new SimulationFiles(folder, ensemble).of(name).write();
    }

    /** The runs that come are numbered from here on. */
    private record From(int first, RunWatch watch) implements RunWatch {

        @Override
        public void ended(int number, Run run) {
            watch.ended(first + number, run);
        }

        @Override
        public boolean isStopped() {
            return watch.isStopped();
        }
    }
}
