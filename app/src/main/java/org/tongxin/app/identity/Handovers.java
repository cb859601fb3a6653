package org.tongxin.app.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;

/**
 * A post changes hands: the rights of the one end in the moment in which those of the other begin. Work belongs to the
 * territory and stays where it is; what has to be said is said in a note that the successor reads first.
 */
@Component
public class Handovers {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final PostBook book;
    private final Staffing staffing;
    private final Checks checks;
    private final Wholly wholly;
    private final Audit audit;
    private final List<OpenWork> work;

    Handovers(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            PostBook book,
            Staffing staffing,
            Checks checks,
            Wholly wholly,
            Audit audit,
            List<OpenWork> work) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.book = book;
        this.staffing = staffing;
        this.checks = checks;
        this.wholly = wholly;
        this.audit = audit;
        this.work = List.copyOf(work);
    }

    /**
     * What is to happen.
     *
     * @param appointment of the one who hands over
     * @param from district time; {@code null} for now
     * @param until district time, exclusive
     * @param note at most 500 characters, without numbers of persons; may be empty
     */
    public record Handover(
            UUID appointment,
            Staffing.Successor successor,
            @Nullable Instant from,
            Instant until,
            String note) {}

    /** A note that has not been read. */
    public record Note(UUID id, String fromLogin, Role role, String areaPath, String title, Instant at, String text) {}

    /** Refused: I-003, I-005, I-007 to I-009, I-018, I-019, I-021, I-022, I-025 to I-027, I-034. */
    public Outcome<NewEntrance> handOver(Actor by, Handover handover) {
        if (!by.mayAdminister()) {
            return Outcome.refused("I-003");
        }
        Optional<HeldPost> post = book.find(handover.appointment(), by.territory());
        if (post.isEmpty()) {
            return Outcome.refused("I-025");
        }
        HeldPost held = post.get();
        Instant from = handover.from() == null ? clock.now() : handover.from();
        Optional<Refusal> wrong = checks.note(handover.note())
                .or(() -> checks.term(from, handover.until()))
                .or(() -> Checks.refusedIf(handover.successor().login().equals(held.login()), "I-026", held.login()));
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        Post passed = new Post(held.role(), held.areaPath(), held.title(), from, handover.until());
        OneTimePasswords.Made made = staffing.made(handover.successor());
        return wholly.orNot(() -> {
            Outcome<NewEntrance> seated =
                    staffing.seat(by, handover.successor(), passed, made, () -> release(by, held, handover, passed));
            if (seated instanceof Outcome.Accepted<NewEntrance>
                    && !handover.note().isBlank()) {
                leave(held, handover, passed);
            }
            return seated;
        });
    }

    private void leave(HeldPost held, Handover handover, Post passed) {
        jdbc.sql("""
                insert into handover_note (id, account_id, from_account, role, area_path, title, at, text)
                select ?, id, ?, ?, ?, ?, ?, ? from account where login = ?
                """)
                .params(
                        ids.of(
                                "handover",
                                held.appointment(),
                                handover.successor().login(),
                                passed.since()),
                        held.account(),
                        passed.role().name(),
                        passed.areaPath(),
                        passed.title(),
                        utc(passed.since()),
                        handover.note().strip(),
                        handover.successor().login())
                .update();
    }

    private Optional<Refusal> release(Actor by, HeldPost seen, Handover handover, Post passed) {
        Optional<HeldPost> held = book.lock(seen.appointment());
        if (held.isEmpty() || held.get().help() || !held.get().until().isAfter(passed.since())) {
            return Optional.of(Refusal.of("I-025"));
        }
        staffing.endFrom(seen.appointment(), passed.since());
        audit.record(
                by,
                "account.handed-over",
                "account:" + seen.login(),
                Map.of("to", handover.successor().login(), "from", passed.since()));
        return Optional.empty();
    }

    /** How much is open in the post's territory; it stays there. */
    public int openWork(String territory) {
        return work.stream().mapToInt(each -> each.count(territory)).sum();
    }

    /** What the account has to read before it goes on, oldest first. */
    public List<Note> unread(UUID account) {
        return jdbc.sql("""
                select n.id, a.login as from_login, n.role, n.area_path, n.title, n.at, n.text
                from handover_note n join account a on a.id = n.from_account
                where n.account_id = ? and n.read_at is null and n.at <= ? order by n.at, n.id
                """)
                .params(account, utc(clock.now()))
                .query((row, number) -> new Note(
                        row.getObject("id", UUID.class),
                        row.getString("from_login"),
                        Role.valueOf(row.getString("role")),
                        row.getString("area_path"),
                        row.getString("title"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("text")))
                .list();
    }

    /** Notes that the reader has read; those of others stay as they are. */
    @Transactional
    public void read(Actor by, List<UUID> notes) {
        for (UUID note : notes) {
            int changed = jdbc.sql(
                            "update handover_note set read_at = ? where id = ? and account_id = ? and read_at is null")
                    .params(utc(clock.now()), note, by.account())
                    .update();
            if (changed > 0) {
                audit.record(by, "handover.read", "handover:" + note, Map.of());
            }
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
