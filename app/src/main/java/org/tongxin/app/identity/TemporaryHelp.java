package org.tongxin.app.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;

/**
 * Hands for a while: a street or community opens an account for somebody who helps in its own territory. It ends by itself,
 * at the latest when the post of who opened it ends, and it can do no more than a community worker there. Who helps opens
 * no further help.
 */
@Component
public class TemporaryHelp {

    /** Longest time, in days: no more than an infectious period of orders, and short enough to be forgotten safely. */
    public static final int DAYS = 14;

    /** Most at a time at one place; a suggested value. */
    static final int MOST = 20;

    private static final String TITLE = "临时帮手";

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Accounts accounts;
    private final PostBook book;
    private final OneTimePasswords passwords;
    private final Staffing staffing;
    private final Checks checks;
    private final Wholly wholly;
    private final Audit audit;

    TemporaryHelp(
            JdbcClient jdbc,
            DistrictClock clock,
            Accounts accounts,
            PostBook book,
            OneTimePasswords passwords,
            Staffing staffing,
            Checks checks,
            Wholly wholly,
            Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
        this.book = book;
        this.passwords = passwords;
        this.staffing = staffing;
        this.checks = checks;
        this.wholly = wholly;
        this.audit = audit;
    }

    /** Whether this post may open help at all. */
    public boolean mayOpen(Actor by) {
        boolean works = by.role() == Role.STREET_WORKER || by.role() == Role.COMMUNITY_WORKER;
        return works && book.findHeld(by.account()).filter(held -> !held.help()).isPresent();
    }

    /**
     * Opens an account that helps from now on. Refused: I-003, I-017, I-018, I-023, I-024, I-035.
     *
     * @param area code path of the own territory or of a place in it
     * @param days 1 to {@value #DAYS}; less when the own post ends before
     */
    public Outcome<NewEntrance> open(Actor by, String name, String area, int days) {
        if (by.role() != Role.STREET_WORKER && by.role() != Role.COMMUNITY_WORKER) {
            return Outcome.refused("I-003");
        }
        Optional<HeldPost> own = book.findHeld(by.account());
        if (own.isEmpty() || own.get().help()) {
            return Outcome.refused("I-024");
        }
        Optional<Refusal> wrong = checks.name(name)
                .or(() -> checks.area(by, area))
                .or(() -> Checks.refusedIf(days < 1 || days > DAYS, "I-035", days, DAYS));
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        Instant end = clock.now().plus(Duration.ofDays(days));
        Instant until = end.isBefore(own.get().until()) ? end : own.get().until();
        OneTimePasswords.Made made = passwords.make();
        return wholly.orNot(() -> seat(by, name.strip(), area, until, made));
    }

    private Outcome<NewEntrance> seat(Actor by, String name, String area, Instant until, OneTimePasswords.Made made) {
        int running = running(area);
        if (running >= MOST) {
            return Outcome.refused("I-023", area, running, MOST);
        }
        String login = "help-" + passwords.signs(6);
        Outcome<UUID> opened = accounts.create(by, new NewAccount(login, name, null, false, false));
        if (opened instanceof Outcome.Refused<UUID> refused) {
            return new Outcome.Refused<>(refused.refusal());
        }
        Instant now = clock.now();
        passwords.give(opened.orThrow(), made, now);
        return accounts.place(by, login, new Post(Role.COMMUNITY_WORKER, area, TITLE, now, until), by.account())
                .map(id -> new NewEntrance(login, name, made.password()));
    }

    /** Counts those at this place; two that open at once wait for each other. */
    private int running(String area) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('help ' || ?, 0))::text")
                .param(area)
                .query(String.class)
                .single();
        return jdbc.sql(
                        "select count(*)::int from appointment where opened_by is not null and area_path = ? and until > ?")
                .params(area, clock.now().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /**
     * Ends help early: who opened it, who may open help at that place by now, and administrators by {@link Staffing#end}.
     * Refused: I-003, I-025.
     */
    public Outcome<UUID> end(Actor by, UUID appointment) {
        return wholly.orNot(() -> {
            Optional<HeldPost> held = book.lock(appointment);
            if (held.isEmpty() || !held.get().open()) {
                return Outcome.refused("I-025");
            }
            if (!mayEnd(by, held.get())) {
                return Outcome.refused("I-003");
            }
            staffing.endFrom(appointment, clock.now());
            audit.record(by, "account.help-ended", "account:" + held.get().login(), Map.of());
            return Outcome.accepted(appointment);
        });
    }

    private boolean mayEnd(Actor by, HeldPost held) {
        boolean opened = by.account().equals(held.openedBy());
        return opened || (held.help() && mayOpen(by) && by.covers(held.areaPath()));
    }
}
