package org.tongxin.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.population.Parameter;
import org.tongxin.core.population.Synthesis;
import org.tongxin.core.population.SynthesisSettings;
import org.tongxin.core.population.Synthesiser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a synthetic population of a district and says what it adds up to. */
@Command(
        name = "synthesise",
        description = "Makes a synthetic population of a district and says what it adds up to.",
        mixinStandardHelpOptions = true,
        versionProvider = Tongxin.Version.class,
        sortOptions = false)
final class SynthesiseCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--district", required = true, description = "code, such as 310115; see districts.csv")
    private String district = "";

    @Option(names = "--scale", description = "people for each resident, at most 1; default 1")
    private double scale = 1;

    @Option(names = "--seed", description = "same seed, same people; default 1")
    private long seed = 1;

    @Option(names = "--set", description = "another value of an assumption, such as team_size=8; may be repeated")
    private Map<String, Double> set = new LinkedHashMap<>();

    @Option(names = "--districts", description = "folder with the tables; default the one that comes with the program")
    private Path districts = DistrictFiles.standardFolder();

    @Option(names = "--output", required = true, description = "folder for the tables of the result")
    private Path output = Path.of("");

    @Override
    public Integer call() {
        SynthesisSettings settings = settings();
        OutputFiles.requireFolder(output);
        Synthesis synthesis = Synthesiser.synthesise(DistrictFiles.read(districts, district), settings, scale, seed);
        SynthesisFiles.of(output, synthesis).write();
        say("%s: %,d synthetic people in %,d family households and %,d rooms; see %s"
                .formatted(
                        synthesis.totals().name(),
                        synthesis.population().size(),
                        synthesis.plan().families(),
                        synthesis.plan().rooms(),
                        output));
        return 0;
    }

    private SynthesisSettings settings() {
        EnumMap<Parameter, Double> values = new EnumMap<>(Parameter.class);
        set.forEach((name, value) -> values.put(parameter(name), value));
        return SynthesisSettings.STANDARD.with(values);
    }

    private static Parameter parameter(String name) {
        for (Parameter parameter : Parameter.values()) {
            if (parameter.name().equals(name.toUpperCase(Locale.ROOT))) {
                return parameter;
            }
        }
        throw new BadInput("--set: there is no assumption named " + name
                + ". The names stand in assumptions.csv, which every run writes.");
    }

    private void say(String sentence) {
        if (spec != null) {
            spec.commandLine().getErr().println(sentence);
        }
    }
}
