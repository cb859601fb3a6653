package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongxin.core.stream.Assessment;
import org.tongxin.core.stream.StreamDetector;
import org.tongxin.core.stream.StreamMethod;

/** The default detector on a wide file: every row of every series, in the order of the file. */
final class DefaultDetection {

    private static final List<String> HEAD =
            List.of("index", "series", "observed", "expected", "lower", "upper", "pvalue", "alarm", "method", "reason");

    private final StreamDetector detector;

    DefaultDetection(StreamDetector detector) {
        this.detector = detector;
    }

    /** Series by series, each on one processor; the result does not depend on how many there are. */
    void run(Path input, Path output) {
        WideSeriesFile wide = WideSeriesFile.read(input);
        List<List<List<String>>> parts = wide.streams().parallelStream()
                .map(stream -> rows(wide, stream))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        parts.forEach(rows::addAll);
        new OutputFiles().table(output, rows).write();
    }

    private List<List<String>> rows(WideSeriesFile wide, WideSeriesFile.Stream stream) {
        List<Assessment> assessments = detector.assessAll(stream.series());
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < wide.rows(); row++) {
            Assessment found = assessments.get(wide.step(row));
            rows.add(List.of(
                    wide.index(row),
                    stream.name(),
                    Numbers.count(found.observed()),
                    Numbers.text(found.expected()),
                    Numbers.text(found.lower()),
                    Numbers.text(found.upper()),
                    Numbers.text(found.p()),
                    Numbers.flag(found.alarm()),
                    found.method().name().toLowerCase(Locale.ROOT),
                    reason(found)));
        }
        return rows;
    }

    private static String reason(Assessment found) {
        return switch (found.reason()) {
            case MISSING -> "nothing was reported; that is not zero";
            case ABOVE_FIXED_THRESHOLD -> "above the fixed threshold; " + history(found);
            case TOO_FEW_CASES -> "rare, but too few cases for an alarm; " + why(found);
            case RARE_EXCESS -> why(found);
            case WITHIN_EXPECTATION ->
                found.method() == StreamMethod.FIXED_THRESHOLD
                        ? "not above the fixed threshold; " + history(found)
                        : "within what is usual; " + why(found);
        };
    }

    private static String why(Assessment found) {
        return together(found)
                + String.format(
                        Locale.ROOT,
                        "alarm when this one is above %.0f; smallest visible rise %.1f more a step; %s; %s",
                        found.threshold(),
                        found.smallestOutbreak(),
                        history(found),
                        calibration(found));
    }

    private static String together(Assessment found) {
        return found.window() == 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.0f in %d steps, expected %.1f; ",
                        found.windowObserved(),
                        found.window(),
                        found.windowExpected());
    }

    private static String calibration(Assessment found) {
        String quiet = found.quietSteps() + (found.quietSteps() == 1 ? " quiet step" : " quiet steps");
        return found.calibrated() ? "calibrated on " + quiet : "not calibrated yet, " + quiet;
    }

    private static String history(Assessment found) {
        return "learned from " + found.history() + (found.history() == 1 ? " count" : " counts");
    }
}
