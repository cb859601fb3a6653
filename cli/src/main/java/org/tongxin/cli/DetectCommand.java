package org.tongxin.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.detection.Detection;
import org.tongxin.core.detection.DetectionMethod;
import org.tongxin.core.detection.Farrington1996;
import org.tongxin.core.detection.FarringtonFlexible;
import org.tongxin.core.detection.FarringtonSettings.TrendDispersion;
import org.tongxin.core.stream.ChineseHolidays;
import org.tongxin.core.stream.DetectorSettings;
import org.tongxin.core.stream.StreamDetector;
import org.tongxin.core.stream.WorkCalendar;
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
            description = "auto, earsC, farringtonFlexible, farrington, bayes, rki, cusum, glrpois or glrnb")
    private String method = "";

    @Option(names = "--control", description = "settings, such as \"range=8:312; method=C1\"")
    private String control = "";

    @Option(
            names = "--corrected-dispersion",
            description = "farringtonFlexible: test the trend with the dispersion of the bound, unlike the reference")
    private boolean correctedDispersion;

    @Option(names = "--alpha", description = "auto: alarm below this calibrated probability; default 0.017")
    private @Nullable Double alpha;

    @Option(names = "--fixed-threshold", description = "auto: alarm above it without history; default 5")
    private @Nullable Double fixedThreshold;

    @Option(names = "--calendar", description = "auto: china, with its holidays, or weekdays; default china")
    private @Nullable String calendar;

    @Option(
            names = "--input",
            required = true,
            description = "columns index, unit, observed; date, population. auto: index, date, one a series")
    private Path input = Path.of("");

    @Option(names = "--output", required = true, description = "file for the result")
    private Path output = Path.of("");

    @Override
    public Integer call() {
        if (method.equals("auto")) {
            return detectByDefault();
        }
        refuseOptionsOfAuto();
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

    private int detectByDefault() {
        ControlText.of(control).refuseOthers(method);
        if (correctedDispersion) {
            throw new BadInput(
                    "--corrected-dispersion belongs to --method farringtonFlexible; auto has no such choice.");
        }
        OutputFiles.requireWritable(output);
        new DefaultDetection(new StreamDetector(calendar(), settings())).run(input, output);
        return 0;
    }

    private DetectorSettings settings() {
        DetectorSettings settings = DetectorSettings.DEFAULT;
        settings = alpha == null ? settings : settings.withAlpha(alpha);
        return fixedThreshold == null ? settings : settings.withFixedThreshold(fixedThreshold);
    }

    private WorkCalendar calendar() {
        return switch (calendar == null ? "china" : calendar) {
            case "china" -> ChineseHolidays.calendar();
            case "weekdays" -> WorkCalendar.weekdaysOnly();
            default -> throw new BadInput("--calendar (" + calendar + ") must be china or weekdays.");
        };
    }

    private void refuseOptionsOfAuto() {
        if (alpha != null || fixedThreshold != null || calendar != null) {
            throw new BadInput("--alpha, --fixed-threshold and --calendar belong to --method auto; " + method
                    + " takes its settings from --control.");
        }
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
