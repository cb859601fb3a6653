package org.tongxin.app.surveillance;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.sheet.Cells;

/** Takes files of counts in: a whole file or nothing of it, and each file once. Thread-safe. */
@Service
public class CountFiles {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Counts counts;
    private final Series series;

    CountFiles(JdbcClient jdbc, DistrictClock clock, Counts counts, Series series) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.counts = counts;
        this.series = series;
    }

    /** A row that keeps the file from being stored. @param line in the file, the head being line 1 */
    public record BadRow(long line, CountText text, Refusal refusal) {}

    /**
     * What came of a file.
     *
     * @param rows rows it has, the head left out
     * @param refusal why nothing was stored; empty when everything was
     * @param bad the rows to change, in the order of the file
     */
    public record Result(int rows, Optional<Refusal> refusal, List<BadRow> bad) {

        static Result refused(Refusal refusal) {
            return new Result(0, Optional.of(refusal), List.of());
        }
    }

    private record Upload(Instant uploadedAt, String uploadedBy, int rows) {}

    /** Stores every row or none. Refused: I-003, S-005, S-007, S-013, and B-001 to B-011 of an XLSX file. */
    @Transactional
    public Result take(Actor actor, byte[] bytes) {
        if (!Counts.mayReport(actor)) {
            return Result.refused(Refusal.of("I-003"));
        }
        Outcome<CountFile.Content> read = CountFile.read(bytes);
        if (read instanceof Outcome.Refused<CountFile.Content> refused) {
            return Result.refused(refused.refusal());
        }
        CountFile.Content content = read.orThrow();
        String fingerprint = fingerprint(bytes);
        if (!mark(actor, fingerprint, content.rows().size())) {
            Upload earlier = earlier(fingerprint);
            return Result.refused(Refusal.of("S-005", earlier.uploadedAt(), earlier.uploadedBy(), earlier.rows()));
        }
        List<BadRow> bad = store(actor, content);
        if (!bad.isEmpty()) {
            jdbc.sql("delete from count_upload where fingerprint = ?")
                    .param(fingerprint)
                    .update();
            Refusal why = Refusal.of("S-007", bad.size(), content.rows().size());
            return new Result(content.rows().size(), Optional.of(why), bad);
        }
        return new Result(content.rows().size(), Optional.empty(), List.of());
    }

    /** The rows that stand in the way; none when all are stored. */
    private List<BadRow> store(Actor actor, CountFile.Content content) {
        List<BadRow> bad = new ArrayList<>();
        List<CountFile.Row> readable = new ArrayList<>();
        for (CountFile.Row row : content.rows()) {
            Optional<Refusal> problem = unreadable(row, content.columns());
            if (problem.isPresent()) {
                bad.add(new BadRow(row.line(), row.text(), problem.get()));
            } else {
                readable.add(row);
            }
        }
        List<CountEntry> entries =
                readable.stream().map(row -> row.text().entry()).toList();
        List<Counts.Rejected> rejected =
                bad.isEmpty() ? counts.reportAll(actor, entries, Channel.CSV).rejected() : counts.check(actor, entries);
        for (Counts.Rejected entry : rejected) {
            CountFile.Row row = readable.get(entry.line() - 1);
            bad.add(new BadRow(row.line(), row.text(), inFile(entry.refusal(), readable)));
        }
        bad.sort(Comparator.comparingLong(BadRow::line));
        return bad;
    }

    private static Optional<Refusal> unreadable(CountFile.Row row, int columns) {
        if (row.fields() != columns) {
            return Optional.of(Refusal.of("S-017", row.fields(), columns));
        }
        return row.text().problems().stream().map(CountText.Problem::refusal).findFirst();
    }

    /** "Twice" names the earlier row by its place in the list; its reader looks for the line of the file. */
    private static Refusal inFile(Refusal refusal, List<CountFile.Row> rows) {
        if (!refusal.code().equals("S-006")) {
            return refusal;
        }
        List<String> named = refusal.arguments();
        long line = rows.get(Integer.parseInt(named.get(2)) - 1).line();
        return Refusal.of("S-006", named.get(0), named.get(1), line);
    }

    private boolean mark(Actor actor, String fingerprint, int rows) {
        return jdbc.sql("insert into count_upload (fingerprint, uploaded_at, uploaded_by, rows) values (?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(fingerprint, Timestamp.from(clock.now()), actor.login(), rows)
                        .update()
                == 1;
    }

    private Upload earlier(String fingerprint) {
        return jdbc.sql("select uploaded_at, uploaded_by, rows from count_upload where fingerprint = ?")
                .param(fingerprint)
                .query(Upload.class)
                .single();
    }

    /** A file to fill in: a row for each point of the territory that has not reported the day. */
    public String template(String territory, LocalDate day) {
        StringWriter file = new StringWriter();
        file.write('\uFEFF');
        try (CsvWriter writer = CsvWriter.builder().build(file)) {
            writer.writeRecord(CountFile.HEAD);
            List<String> reported = series.reportedCodes(day);
            for (MonitoringPoint point : series.points(territory)) {
                if (!reported.contains(point.code())) {
                    writer.writeRecord(Cells.safe(point.code()), day.toString(), "", "", Cells.safe(point.name()));
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory must be writable.", impossible);
        }
        return file.toString();
    }

    private static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform must provide SHA-256.", absent);
        }
    }
}
