package org.tongxin.app.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.platform.PlatformSettings;

/**
 * Makes tampering with the audit visible. Every committed entry gets a seal within seconds: SHA-256 over the seal before it
 * and all that the entry holds. Every ten minutes the number and hash of the last seal are written to a file outside the
 * database, {@value #HEADS} in the data folder, one line each; whoever keeps a copy of a line can tell later whether
 * anything up to it was changed, removed or slipped in. What is changed before it is sealed, and what is rewritten
 * together with every kept line, stays unseen. Thread-safe; several processes may run it on one database.
 */
@Component
public class AuditChain {

    /** File of the kept heads: number, hash in hexadecimal. */
    static final String HEADS = "audit-heads";

    private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);
    private static final int BATCH = 2_000;
    private static final byte[] START = new byte[32];

    private static final String ENTRY = """
            e.seq, e.at, e.wall, e.login, e.name, e.scripted, e.action, e.subject, e.details::text as details
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Path heads;

    AuditChain(JdbcClient jdbc, TransactionTemplate transactions, PlatformSettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.heads = settings.data().resolve(HEADS);
    }

    /** The last link of the chain. */
    private record Head(long number, byte[] hash) {

        private String line() {
            return number + " " + HexFormat.of().formatHex(hash);
        }
    }

    /** An entry, with its seal where it has one. */
    private record Link(long seq, byte[] content, @Nullable Long number, byte @Nullable [] hash) {

        /** A seal without its entry. */
        boolean isGone() {
            return content.length == 0;
        }
    }

    /**
     * What a check of the whole chain found.
     *
     * @param sealed number of seals
     * @param waiting entries that have no seal yet
     * @param heads kept lines that were compared
     * @param faults what does not fit, each in one sentence; empty when all is well
     */
    public record Report(long sealed, long waiting, int heads, List<Fault> faults) {

        public boolean isSound() {
            return faults.isEmpty();
        }
    }

    /**
     * One thing that does not fit.
     *
     * @param kind {@code CHANGED} (an entry or its seal), {@code MISSING} (an entry, or a seal), {@code HEAD} (a kept line has no such seal)
     * @param number of the seal
     */
    public record Fault(String kind, long number) {}

    @Scheduled(fixedDelayString = "PT3S")
    void tick() {
        seal("select pg_try_advisory_xact_lock(hashtext('audit_seal'))");
    }

    /** Every ten minutes, where anything was sealed since; a head that cannot be written is said and tried again. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    void keepNow() {
        try {
            keep();
        } catch (UncheckedIOException unwritable) {
            LOG.error("The head of the audit was not kept.", unwritable);
        }
    }

    /** Seals every committed entry that has no seal, in order of number; waits for whoever is sealing. */
    public void seal() {
        seal("select true from pg_advisory_xact_lock(hashtext('audit_seal'))");
    }

    /** @param lock answers whether this transaction is the one that seals */
    private void seal(String lock) {
        int sealed = BATCH;
        while (sealed == BATCH) {
            Integer done = transactions.execute(status -> sealBatch(lock));
            sealed = done == null ? 0 : done;
        }
    }

    private int sealBatch(String lock) {
        boolean isMine = jdbc.sql(lock).query(Boolean.class).single();
        if (!isMine) {
            return 0;
        }
        Head head = head();
        List<Link> links = jdbc.sql(
                        "select " + ENTRY + ", null::bigint as number, null::bytea as hash from audit_entry e"
                                + " where not exists (select 1 from audit_seal s where s.entry = e.seq) order by e.seq limit ?")
                .param(BATCH)
                .query(AuditChain::link)
                .list();
        for (Link link : links) {
            Head next = new Head(head.number() + 1, hash(head.hash(), link.content()));
            jdbc.sql("insert into audit_seal (number, entry, hash) values (?, ?, ?)")
                    .params(next.number(), link.seq(), next.hash())
                    .update();
            head = next;
        }
        return links.size();
    }

    private Head head() {
        return jdbc.sql("select number, hash from audit_seal order by number desc limit 1")
                .query((row, line) -> new Head(row.getLong("number"), row.getBytes("hash")))
                .optional()
                .orElse(new Head(0, START));
    }

    /** Writes the last seal beside the database, unless its number is kept already: an earlier line is never spoken over. */
    public synchronized void keep() {
        Head head = head();
        if (head.number() > 0 && !kept().containsKey(head.number())) {
            keep(head);
        }
    }

    private void keep(Head head) {
        try {
            Files.createDirectories(heads.toAbsolutePath().getParent());
            Files.writeString(heads, head.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException("The head of the audit could not be written to " + heads, failure);
        }
    }

    /** Computes the whole chain anew and compares it with every seal and every kept line. */
    public Report verify() {
        Report report = transactions.execute(status -> verifyAll());
        return Objects.requireNonNull(report);
    }

    private Report verifyAll() {
        Map<Long, Set<String>> kept = kept();
        Walk walk = new Walk(kept);
        try (Stream<Link> links = jdbc
                .sql("select " + ENTRY + ", s.number, s.hash from audit_seal s"
                        + " left join audit_entry e on e.seq = s.entry order by s.number")
                .withFetchSize(BATCH)
                .query(AuditChain::link)
                .stream()) {
            links.forEach(walk::pass);
        }
        return walk.report(waiting());
    }

    /** Goes along the chain from its start. */
    private static final class Walk {

        private final Map<Long, Set<String>> kept;
        private final List<Fault> faults = new ArrayList<>();
        private long number;
        private byte[] last = START;

        Walk(Map<Long, Set<String>> kept) {
            this.kept = kept;
        }

        void pass(Link link) {
            long next = link.number() == null ? 0 : link.number();
            byte[] found = link.hash() == null ? START : link.hash();
            for (long gone = number + 1; gone < next; gone++) {
                faults.add(new Fault("MISSING", gone));
            }
            if (link.isGone()) {
                faults.add(new Fault("MISSING", next));
            } else if (!MessageDigest.isEqual(hash(last, link.content()), found)) {
                faults.add(new Fault("CHANGED", next));
            }
            Set<String> lines = kept.getOrDefault(next, Set.of());
            if (!Set.of(HexFormat.of().formatHex(found)).containsAll(lines)) {
                faults.add(new Fault("HEAD", next));
            }
            number = next;
            last = found;
        }

        Report report(long waiting) {
            kept.keySet().stream().filter(line -> line > number).forEach(line -> faults.add(new Fault("HEAD", line)));
            return new Report(number, waiting, kept.size(), List.copyOf(faults));
        }
    }

    private long waiting() {
        return jdbc.sql("select count(*) from audit_entry e where not exists"
                        + " (select 1 from audit_seal s where s.entry = e.seq)")
                .query(Long.class)
                .single();
    }

    private Map<Long, Set<String>> kept() {
        Map<Long, Set<String>> kept = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(heads)) {
                String[] parts = line.strip().split(" ");
                if (parts.length == 2 && parts[0].matches("\\d{1,18}")) {
                    kept.computeIfAbsent(Long.valueOf(parts[0]), number -> new TreeSet<>())
                            .add(parts[1]);
                }
            }
        } catch (NoSuchFileException none) {
            return kept;
        } catch (IOException failure) {
            throw new UncheckedIOException("The kept heads of the audit could not be read from " + heads, failure);
        }
        return kept;
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        byte[] content = row.getString("login") == null ? new byte[0] : content(row);
        return new Link(row.getLong("seq"), content, row.getObject("number", Long.class), row.getBytes("hash"));
    }

    /** Every column with its length before it, so that no two entries have the same bytes. */
    private static byte[] content(ResultSet row) throws SQLException {
        String[] columns = {"seq", "at", "wall", "login", "name", "scripted", "action", "subject", "details"};
        List<byte[]> values = new ArrayList<>();
        int size = 0;
        for (String column : columns) {
            String value = column.equals("at") || column.equals("wall")
                    ? row.getTimestamp(column).toInstant().toString()
                    : row.getString(column);
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            values.add(bytes);
            size += Integer.BYTES + bytes.length;
        }
        ByteBuffer content = ByteBuffer.allocate(size);
        values.forEach(value -> content.putInt(value.length).put(value));
        return content.array();
    }

    private static byte[] hash(byte[] before, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return digest.digest(content);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform must provide SHA-256.", absent);
        }
    }
}
