package org.tongxin.app.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.DistrictClock;

/**
 * The record of who was shown personal data. Each reading is an entry of the audit, written before the page is made, so that a page
 * whose reading cannot be noted is not shown. An entry names what was read by place and days, by number or by territory, never the
 * persons on it: the audit must not come to hold who was asked, came or declined. Who stands or stood there finds the entries by the
 * place and day that they know of themselves. Visitors of a demonstration read made-up people and leave none. Thread-safe.
 */
@Component
public class Readings {

    /** The action in the audit. */
    public static final String ACTION = "personal.read";

    /** What was shown, and for what. */
    public enum Kind {
        /** Who stands at posts of a place on some days: to arrange and check duty. */
        DUTY,
        /** Who of a territory can be asked: to find somebody near. */
        PEOPLE,
        /** Who comes to an urgent call. */
        CALL,
        /** A list of people before it is taken in: to check it. */
        LIST,
        /** A complaint: to decide it. */
        COMPLAINT,
        /** What a resident asked by telephone or at the door: to see to it and answer. */
        CALLER,
        /** Who offers goods, or whose goods were taken, in a territory: to bring them to where they are needed, and back. */
        SUPPLY,
        /** Accounts and who holds which post of a territory: to keep posts filled. */
        ACCOUNTS,
        /** Who did what in the district: to check it. */
        AUDIT;

        private String subject(String of) {
            return name().toLowerCase(Locale.ROOT) + ":" + of;
        }

        private static Kind ofSubject(String subject) {
            return valueOf(subject.substring(0, subject.indexOf(':')).toUpperCase(Locale.ROOT));
        }
    }

    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private static final String READING = """
            select at, name, subject, details ->> 'role' as role,
                   (details ->> 'from')::date as first, (details ->> 'to')::date as last
            from audit_entry e
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final DistrictClock clock;

    Readings(JdbcClient jdbc, Audit audit, DistrictClock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Notes a reading of today. @param of number, or path of a territory */
    @Transactional
    public void note(Actor reader, Kind kind, String of) {
        note(reader, kind, of, clock.today(), clock.today());
    }

    /** Notes a reading. @param of number, or path of a place or territory @param from first day shown @param to last day shown */
    @Transactional
    public void note(Actor reader, Kind kind, String of, LocalDate from, LocalDate to) {
        if (reader.role() != Role.OBSERVER) {
            audit.record(
                    reader,
                    ACTION,
                    kind.subject(of),
                    Map.of("role", reader.role().name(), "from", from.toString(), "to", to.toString()));
        }
    }

    /** Readings of one number, newest first. */
    public List<Reading> of(Kind kind, String number, int limit) {
        return select(List.of(kind.subject(number)), LocalDate.EPOCH, LAST, limit);
    }

    /** Readings of a place or of any territory around it, newest first. */
    public List<Reading> around(Kind kind, String place, int limit) {
        return around(kind, place, LocalDate.EPOCH, LAST, limit);
    }

    /** Likewise, where what was shown touches these days. */
    public List<Reading> around(Kind kind, String place, LocalDate from, LocalDate to, int limit) {
        return select(subjectsAround(kind, place), from, to, limit);
    }

    /**
     * Readings of lists on which an account stood, newest first: of posts and accounts around each place where it holds or held a post,
     * from when it was named there until a year after the post ended, while the list names the last holder; of the audit from when it
     * was named. A list that was read before had somebody else on it.
     */
    public List<Reading> ofAccount(UUID account, int limit) {
        List<String> places = jdbc.sql("select distinct area_path from appointment where account_id = ?")
                .param(account)
                .query(String.class)
                .list();
        Set<String> subjects = new LinkedHashSet<>();
        for (Kind kind : List.of(Kind.ACCOUNTS, Kind.AUDIT)) {
            places.forEach(place -> subjects.addAll(subjectsAround(kind, place)));
        }
        return jdbc.sql(READING + """
                        where action = 'personal.read' and subject = any(:subjects)
                          and exists (select from appointment p
                                      where p.account_id = :account and p.named_since <= e.at
                                        and starts_with(p.area_path, split_part(e.subject, ':', 2))
                                        and (e.subject like 'audit:%' or e.at < p.until + interval '365 days'))
                        order by seq desc limit :limit
                        """)
                .param("subjects", subjects.toArray(String[]::new))
                .param("account", account)
                .param("limit", limit)
                .query(Readings::reading)
                .list();
    }

    /** Since when lists name an account; empty for one that never held a post. */
    public Optional<Instant> namedSince(UUID account) {
        return jdbc.sql("select min(named_since) as since from appointment where account_id = ? having count(*) > 0")
                .param(account)
                .query((row, number) -> row.getTimestamp("since").toInstant())
                .optional();
    }

    private static List<String> subjectsAround(Kind kind, String place) {
        return IntStream.rangeClosed(1, place.length())
                .mapToObj(length -> kind.subject(place.substring(0, length)))
                .toList();
    }

    private List<Reading> select(Collection<String> subjects, LocalDate from, LocalDate to, int limit) {
        return jdbc.sql(READING + """
                        where action = 'personal.read' and subject = any(:subjects)
                          and (details ->> 'from')::date <= :to and (details ->> 'to')::date >= :from
                        order by seq desc limit :limit
                        """)
                .param("subjects", subjects.toArray(String[]::new))
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query(Readings::reading)
                .list();
    }

    private static Reading reading(ResultSet row, int number) throws SQLException {
        String subject = row.getString("subject");
        return new Reading(
                row.getTimestamp("at").toInstant(),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Kind.ofSubject(subject),
                subject.substring(subject.indexOf(':') + 1),
                row.getObject("first", LocalDate.class),
                row.getObject("last", LocalDate.class));
    }
}
