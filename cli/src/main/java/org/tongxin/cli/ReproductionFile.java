package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.tongxin.core.reproduction.ReproductionEstimate;

/** One row a window; days count from 1. */
final class ReproductionFile {

    private static final List<String> HEAD =
            List.of("t_start", "t_end", "mean", "sd", "q025", "q05", "q25", "median", "q75", "q95", "q975");

    private ReproductionFile() {}

    static void write(Path file, List<ReproductionEstimate> estimates) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        estimates.forEach(estimate -> rows.add(row(estimate)));
        new OutputFiles().table(file, rows).write();
    }

    private static List<String> row(ReproductionEstimate estimate) {
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(estimate.firstDay() + 1));
        row.add(Integer.toString(estimate.lastDay() + 1));
        DoubleStream.of(
                        estimate.mean(),
                        estimate.deviation(),
                        estimate.q025(),
                        estimate.q05(),
                        estimate.q25(),
                        estimate.median(),
                        estimate.q75(),
                        estimate.q95(),
                        estimate.q975())
                .mapToObj(Numbers::text)
                .forEach(row::add);
        return row;
    }
}
