package org.tongxin.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tongxin.core.detection.Detection;
import org.tongxin.core.detection.DetectionMethod;
import org.tongxin.core.detection.Farrington1996;
import org.tongxin.core.detection.FarringtonFlexible;
import org.tongxin.core.detection.FarringtonSettings.TrendDispersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says which points of a series stand above the usual. */
@Command(
        name = "detect",
        description = "Says which points of one or more series stand above the usual.",
        mixinStandardHelpOptions = true,
        versionProvider = Tongxin.Version.class,
        sortOptions = false)
final class DetectCommand implements Callable<Integer> {

    @Option(
            names = "--method",
            required = true,
            description = "earsC, farringtonFlexible, farrington, bayes, rki, cusum, glrpois or glrnb")
    private String method = "";

    @Option(names = "--control", description = "settings, such as \"range=8:312; method=C1\"")
    private String control = "";

    @Option(
            names = "--corrected-dispersion",
            description = "farringtonFlexible: test the trend with the dispersion of the bound, unlike the reference")
    private boolean correctedDispersion;

    @Option(names = "--input", required = true, description = "columns index, unit, observed; date, population")
    private Path input = Path.of("");

    @Option(names = "--output", required = true, description = "file for the result")
    private Path output = Path.of("");

    @Override
    public Integer call() {
        ControlText settings = ControlText.of(control);
        Optional<IndexRange> range = settings.range("range");
        DetectionMethod rule = rule(settings);
        OutputFiles.requireWritable(output);
        DetectionFile results = new DetectionFile(rule instanceof FarringtonFlexible || rule instanceof Farrington1996);
        for (SeriesFile.Unit unit : SeriesFile.read(input, settings.flag("populationOffset", false))) {
            test(unit, rule, range).forEach(result -> results.add(unit, result));
        }
        results.write(output);
        return 0;
    }

    private DetectionMethod rule(ControlText settings) {
        TrendDispersion dispersion = correctedDispersion ? TrendDispersion.CORRECTED : TrendDispersion.COMPATIBLE;
        DetectionMethod rule = new DetectionMethods(settings, dispersion).named(method);
        settings.refuseOthers(method);
        return rule;
    }

    private List<Detection> test(SeriesFile.Unit unit, DetectionMethod rule, Optional<IndexRange> range) {
        TestedRange tested = TestedRange.of(unit, rule, range);
        try {
            return rule.detect(unit.series(), tested.first(), tested.end());
        } catch (IllegalArgumentException refused) {
            throw BadInput.in(input, "unit " + unit.name() + ": " + refused.getMessage());
        }
    }
}
