package org.tongxin.app.identity;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the audit for those who look after it, newest first, page by page. Thread-safe. */
@Component
public class AuditPages {

    /** Entries on one page. */
    public static final int SIZE = 50;

    private static final int FETCHED = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    AuditPages(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * One entry.
     *
     * @param at the district's time; {@code wall} the real one
     * @param details as JSON
     */
    public record Entry(
            long seq,
            Instant at,
            Instant wall,
            String login,
            String name,
            boolean scripted,
            String action,
            String subject,
            String details) {}

    public static boolean mayRead(Actor actor) {
        return actor.role() == Role.AUDITOR || actor.role() == Role.DATA_PROTECTION;
    }

    /** Hands on every entry that fits, newest first, as it is read. */
    public void each(String login, String action, String subject, Consumer<Entry> next) {
        transactions.executeWithoutResult(status -> {
            try (Stream<Entry> entries = entries(login, action, subject, Long.MAX_VALUE, Long.MAX_VALUE)
                    .withFetchSize(FETCHED)
                    .query(Entry.class)
                    .stream()) {
                entries.forEach(next);
            }
        });
    }

    /**
     * A page of entries.
     *
     * @param login of who acted, or empty for all
     * @param action the beginning of the action, or empty for all
     * @param subject exactly what it was done to, or empty for all
     * @param before only entries with a lower number
     */
    public List<Entry> before(String login, String action, String subject, long before) {
        return entries(login, action, subject, before, SIZE).query(Entry.class).list();
    }

    private JdbcClient.StatementSpec entries(String login, String action, String subject, long before, long most) {
        return jdbc.sql("""
                select seq, at, wall, login, name, scripted, action, subject, details::text as details from audit_entry
                where seq < :before and (:login = '' or login = :login) and (:subject = '' or subject = :subject)
                  and starts_with(action, :action)
                order by seq desc limit :size
                """)
                .param("before", before)
                .param("login", login)
                .param("action", action)
                .param("subject", subject)
                .param("size", most);
    }
}
