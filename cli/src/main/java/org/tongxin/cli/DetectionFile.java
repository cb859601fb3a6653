package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tongxin.core.detection.Detection;

/**
 * One row a tested point; the regression's own columns only for the Farrington methods. Where there is no bound the alarm
 * is empty; the Farrington methods say 0 there, as the reference does: too few cases to alarm is a judgement.
 */
final class DetectionFile {

    private static final List<String> HEAD = List.of("index", "unit", "observed", "upperbound", "alarm");
    private static final List<String> REGRESSION_HEAD =
            List.of("expected", "score", "pvalue", "mu0", "phi", "trend", "trendcoef");

    private final boolean withRegression;
    private final List<List<String>> rows = new ArrayList<>();

    DetectionFile(boolean withRegression) {
        this.withRegression = withRegression;
        List<String> head = new ArrayList<>(HEAD);
        if (withRegression) {
            head.addAll(REGRESSION_HEAD);
        }
        rows.add(head);
    }

    void add(SeriesFile.Unit unit, Detection result) {
        List<String> row = new ArrayList<>(List.of(
                Integer.toString(unit.firstIndex() + result.index()),
                unit.name(),
                Numbers.count(result.observed()),
                Numbers.text(result.upperBound()),
                alarm(result)));
        if (withRegression) {
            row.addAll(List.of(
                    Numbers.text(result.expected()),
                    Numbers.text(result.score()),
                    Numbers.text(result.pValue()),
                    Numbers.text(result.mu0()),
                    Numbers.text(result.phi()),
                    Numbers.flag(result.trend()),
                    Numbers.text(result.trendCoefficient())));
        }
        rows.add(row);
    }

    private String alarm(Detection result) {
        return Double.isNaN(result.upperBound()) && !withRegression ? "" : Numbers.flag(result.alarm());
    }

    void write(Path file) {
        new OutputFiles().table(file, rows).write();
    }
}
