package org.tongxin.cli;

import java.nio.file.Path;
import java.util.List;

/** New cases a day: columns {@code index, incidence}. Days follow one another; no count may be missing. */
final class IncidenceFile {

    private IncidenceFile() {}

    /** By day, from 0. */
    static double[] read(Path file) {
        List<CsvTable.Row> rows = CsvTable.read(file, "index", "incidence").rows();
        int first = rows.getFirst().cell("index").neededWholeCount();
        double[] incidence = new double[rows.size()];
        for (int day = 0; day < incidence.length; day++) {
            Cell index = rows.get(day).cell("index");
            if (index.neededWholeCount() != first + day) {
                throw index.refused("should be " + (first + day)
                        + ". Sort the rows and give each day one; a day without cases has 0.");
            }
            incidence[day] = known(rows.get(day).cell("incidence"));
        }
        return incidence;
    }

    private static double known(Cell cell) {
        if (cell.isMissing()) {
            throw cell.refused("is missing. It cannot be taken as zero: estimate it first, or use the days after it.");
        }
        return cell.count();
    }
}
