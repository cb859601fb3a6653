package org.tongxin.app.surveillance;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.sheet.Cells;
import org.tongxin.core.statistics.WilsonInterval;

/** The report on streams as a file for a spreadsheet: with a byte order mark, and with no cell that it takes for a formula. */
public final class StreamReportFile {

    private static final String[] HEAD = {
        "point",
        "name",
        "area",
        "indicator",
        "scenario",
        "signals",
        "confirmed",
        "false_alarms",
        "open",
        "share_confirmed",
        "share_low",
        "share_high",
        "median_hours_to_first_look",
        "smallest_outbreak_per_day"
    };

    private StreamReportFile() {}

    /** An empty cell stands for what is not known. */
    public static String of(List<StreamReport> streams) {
        StringWriter file = new StringWriter();
        file.write('\uFEFF');
        try (CsvWriter writer = CsvWriter.builder().build(file)) {
            writer.writeRecord(HEAD);
            streams.forEach(stream -> writer.writeRecord(row(stream)));
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory must be writable.", impossible);
        }
        return file.toString();
    }

    private static String[] row(StreamReport stream) {
        WilsonInterval interval = stream.interval();
        Double minutes = stream.lookMinutes();
        return new String[] {
            Cells.safe(stream.code()),
            Cells.safe(stream.name()),
            stream.areaPath(),
            stream.indicator().name(),
            String.valueOf(stream.scenario()),
            String.valueOf(stream.signals()),
            String.valueOf(stream.confirmed()),
            String.valueOf(stream.falseAlarms()),
            String.valueOf(stream.open()),
            number(stream.predictiveValue()),
            number(interval == null ? null : interval.low()),
            number(interval == null ? null : interval.high()),
            number(minutes == null ? null : minutes / 60),
            number(stream.smallestOutbreak())
        };
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
    }
}
