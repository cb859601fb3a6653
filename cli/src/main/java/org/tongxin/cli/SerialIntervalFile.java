package org.tongxin.cli;

import java.nio.file.Path;
import java.util.List;
import org.tongxin.core.reproduction.SerialInterval;

/** Weights of the serial interval: columns {@code lag, w}, from lag 0 on. */
final class SerialIntervalFile {

    private SerialIntervalFile() {}

    static SerialInterval read(Path file) {
        List<CsvTable.Row> rows = CsvTable.read(file, "lag", "w").rows();
        double[] weights = new double[rows.size()];
        for (int lag = 0; lag < weights.length; lag++) {
            Cell cell = rows.get(lag).cell("lag");
            if (cell.neededWholeCount() != lag) {
                throw cell.refused("should be " + lag + ". The lags are 0, 1, 2 and so on, in this order.");
            }
            weights[lag] = rows.get(lag).cell("w").neededNumber();
        }
        try {
            return SerialInterval.of(weights);
        } catch (IllegalArgumentException refused) {
            throw BadInput.in(file, String.valueOf(refused.getMessage()));
        }
    }
}
