package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.rating.Contribution;
import org.tongxin.core.rating.IndexResult;
import org.tongxin.core.rating.Indicator;
import org.tongxin.core.rating.LevelReplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rates areas by an index whose contributions are its reasons. */
@Command(
        name = "rate",
        description = "Rates areas by an index whose contributions are its reasons.",
        mixinStandardHelpOptions = true,
        versionProvider = Tongxin.Version.class,
        sortOptions = false)
final class RateCommand implements Callable<Integer> {

    private static final int REASONS = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--config", required = true, description = "weights, curves, floors and thresholds as JSON")
    private Path config = Path.of("");

    @Option(names = "--input", required = true, description = "columns area, date, one an indicator; q, completeness")
    private Path input = Path.of("");

    @Option(names = "--output", required = true, description = "file for the levels with their contributions")
    private Path output = Path.of("");

    @Override
    public Integer call() {
        OutputFiles.requireWritable(output);
        RatingConfigFile settings = RatingConfigFile.read(config);
        Map<String, List<IndicatorFile.Row>> byArea = IndicatorFile.read(input);
        sayUnknown(settings, byArea);
        List<List<String>> rows = new ArrayList<>();
        rows.add(head(settings));
        LevelReplay replay = new LevelReplay(settings.config(), settings.thresholds());
        byArea.forEach((area, days) -> {
            List<LevelReplay.Kept> kept =
                    replay.of(days.stream().map(IndicatorFile.Row::day).toList());
            for (int i = 0; i < days.size(); i++) {
                rows.add(row(area, days.get(i), kept.get(i)));
            }
        });
        new OutputFiles().table(output, rows).write();
        return 0;
    }

    /** A column may be missing on purpose, or misspelled: it is said, and the indicator counts as unknown. */
    private void sayUnknown(RatingConfigFile settings, Map<String, List<IndicatorFile.Row>> byArea) {
        Set<String> columns =
                byArea.values().iterator().next().getFirst().day().values().keySet();
        settings.config().indicators().stream()
                .map(Indicator::name)
                .filter(name -> !columns.contains(name))
                .forEach(name ->
                        say(input + ": the indicator " + name + " has no column and counts as unknown; there are "
                                + String.join(", ", new TreeSet<>(columns)) + "."));
    }

    private void say(String sentence) {
        if (spec != null) {
            spec.commandLine().getErr().println(sentence);
        }
    }

    private static List<String> head(RatingConfigFile settings) {
        List<String> head = new ArrayList<>(List.of("area", "date", "index", "level_of_day", "level", "known"));
        settings.config().indicators().stream().map(Indicator::name).forEach(head::add);
        head.add("floor");
        head.add("reason");
        return head;
    }

    private static List<String> row(String area, IndicatorFile.Row day, LevelReplay.Kept kept) {
        IndexResult result = kept.result();
        List<String> row = new ArrayList<>(List.of(
                area,
                day.date().toString(),
                Double.toString(result.index()),
                word(result.level()),
                word(kept.state().level()),
                String.format(Locale.ROOT, "%.3f", result.known())));
        result.contributions().stream()
                .map(each -> each.known() ? Double.toString(each.points()) : "")
                .forEach(row::add);
        row.add(result.decidingFloor().map(rule -> rule.indicator()).orElse(""));
        row.add(result.reasons().stream()
                .limit(REASONS)
                .map(RateCommand::reason)
                .collect(Collectors.joining("; ")));
        return row;
    }

    private static String reason(Contribution part) {
        return part.indicator() + " " + Numbers.count(part.value()) + ": " + part.points() + " of "
                + part.mostTenths() / 10.0;
    }

    private static String word(Enum<?> level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
