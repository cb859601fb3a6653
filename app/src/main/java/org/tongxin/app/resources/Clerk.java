package org.tongxin.app.resources;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;

/** What every service of supplies needs to keep its records: numbers, ids, the time, the audit. Thread-safe. */
@Component
class Clerk {

    /** The most base units in one act: a thousand million. Sums of ten thousand such acts still fit. */
    static final long MOST = 1_000_000_000;

    /** Eleven digits, however they are set apart, with the country's code or without. */
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:(?:\\+|00)?86[\\s\\p{Pd}]*)?1[\\s\\p{Pd}]*[3-9](?:[\\s\\p{Pd}]*\\d){9}(?!\\d)");

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

    /** What makes an act of one account this act and no other: two accounts never share a form. */
    static String act(Actor actor, String operation, String key) {
        return operation + ':' + actor.login() + ':' + key;
    }

    /** Why an act without a key is refused: sent twice it would be done twice. */
    static <T> Optional<Outcome<T>> unkeyed(String key) {
        return key.isBlank() ? Optional.of(Outcome.refused("G-043")) : Optional.empty();
    }

    /**
     * Keeps a record from being changed by others until the end of the transaction, and says whether it stands where the actor thinks.
     *
     * @param table whose row is locked
     * @param find reads it on the actor's ground
     */
    <T extends Standing> Outcome<T> ready(
            String table, UUID id, Function<UUID, Optional<T>> find, int version, Enum<?>... states) {
        jdbc.sql("select 1 from " + table + " where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        Optional<T> found = find.apply(id);
        if (found.isEmpty()) {
            return Outcome.refused("G-010", id);
        }
        boolean stands = found.get().version() == version
                && Arrays.asList(states).contains(found.get().state());
        return stands
                ? Outcome.accepted(found.get())
                : Outcome.refused(
                        "G-007", found.get().number(), word(found.get().state()));
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

    /** How many days after today a moment lies; below 0 where its day is past. */
    int daysUntil(Instant moment) {
        return (int) ChronoUnit.DAYS.between(clock.today(), clock.dayOf(moment));
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

    /** Whether a text holds the number of somebody's own telephone, with spaces, hyphens or full-width digits too. */
    static boolean namesAPersonsPhone(String text) {
        return MOBILE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
    }

    /** A state as an argument of a sentence: other modules have words of their own for the same names. */
    static String word(Enum<?> state) {
        return "SUPPLY_" + state.name();
    }
}
