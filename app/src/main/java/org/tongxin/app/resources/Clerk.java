package org.tongxin.app.resources;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;

/** What every service of supplies needs to keep its records: numbers, ids, the time, the audit. Thread-safe. */
@Component
class Clerk {

    /** The most base units in one act: a thousand million. Sums of ten thousand such acts still fit. */
    static final long MOST = 1_000_000_000;

    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;

    Clerk(JdbcClient jdbc, DistrictClock clock, Ids ids, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
    }

    UUID id(String kind, Object... key) {
        return ids.of(kind, key);
    }

    Instant now() {
        return clock.now();
    }

    Timestamp stamp() {
        return Timestamp.from(clock.now());
    }

    Timestamp stampAfter(Duration ahead) {
        return Timestamp.from(clock.now().plus(ahead));
    }

    LocalDate today() {
        return clock.today();
    }

    void audit(Actor actor, String action, String subject, Map<String, ?> details) {
        audit.record(actor, action, subject, details);
    }

    /** Lets one transaction at a time make things of a kind, so that a repeated request sees the first one's work. */
    void oneAtATime(String kind) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('supply'), hashtext(?))")
                .param(kind)
                .query((row, number) -> true)
                .single();
    }

    /** The next number of a letter, such as {@code N2022-0007}. */
    String number(String letter) {
        int last = jdbc.sql("insert into supply_number (letter, last) values (?, 1)"
                        + " on conflict (letter) do update set last = supply_number.last + 1 returning last")
                .param(letter)
                .query(Integer.class)
                .single();
        return "%s%d-%04d".formatted(letter, clock.today().getYear(), last);
    }

    /** Whether a text holds the number of somebody's own telephone. */
    static boolean namesAPersonsPhone(String text) {
        return MOBILE.matcher(text).find();
    }

    /** A state as an argument of a sentence: other modules have words of their own for the same names. */
    static String word(Enum<?> state) {
        return "SUPPLY_" + state.name();
    }
}
