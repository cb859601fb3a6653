package org.tongxin.app.identity;

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
 * What an administrator does with posts and accounts, each within the own territory and each in the audit with its reason.
 * Whoever loses something loses it from the next request on.
 */
@Component
public class Staffing {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Accounts accounts;
    private final PostBook book;
    private final OneTimePasswords passwords;
    private final Checks checks;
    private final Wholly wholly;
    private final Namesakes namesakes;
    private final Audit audit;

    Staffing(
            JdbcClient jdbc,
            DistrictClock clock,
            Accounts accounts,
            PostBook book,
            OneTimePasswords passwords,
            Checks checks,
            Wholly wholly,
            Namesakes namesakes,
            Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
        this.book = book;
        this.passwords = passwords;
        this.checks = checks;
        this.wholly = wholly;
        this.namesakes = namesakes;
        this.audit = audit;
    }

    /**
     * Who is to hold a post.
     *
     * @param login of the account
     * @param name of the person, for an account that is to be opened; empty for an account that there is
     */
    public record Successor(String login, String name) {

        boolean opens() {
            return !name.isBlank();
        }
    }

    /**
     * Fills a post. Refused: I-003, I-005, I-007 to I-009, I-017 to I-019, I-027, I-033, I-034; I-047 where an account is to be opened
     * for somebody whose name stands at the post already.
     *
     * @param another that this is another person of that name, as whoever fills the post has said; it stands in the audit
     */
    public Outcome<NewEntrance> fill(Actor by, Successor successor, Post post, boolean another) {
        if (!by.mayAdminister()) {
            return Outcome.refused("I-003");
        }
        Optional<String> namesake = successor.opens() ? namesakes.find(successor.name(), post) : Optional.empty();
        Optional<Refusal> wrong = wrong(by, post)
                .or(() -> namesake.filter(there -> !another)
                        .map(there -> Refusal.of("I-047", successor.name().strip(), there)));
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        OneTimePasswords.Made made = made(successor);
        return wholly.orNot(() -> seat(by, successor, post, made, Optional::empty)
                .map(entrance -> {
                    namesake.ifPresent(there -> audit.record(
                            by, "account.namesake-confirmed", "account:" + entrance.login(), Map.of("beside", there)));
                    return entrance;
                }));
    }

    /** What is wrong with a post that somebody is to hold: I-017, I-019, I-027, I-033. */
    Optional<Refusal> wrong(Actor by, Post post) {
        return checks.title(post.title())
                .or(() -> checks.area(by, post.areaPath()))
                .or(() -> checks.term(post.since(), post.until()));
    }

    OneTimePasswords.Made made(Successor successor) {
        return successor.opens() ? passwords.make() : new OneTimePasswords.Made("", "");
    }

    /** What has to be made free first, if anything; a refusal stops the whole. */
    interface Before {
        Optional<Refusal> run();
    }

    Outcome<NewEntrance> seat(Actor by, Successor successor, Post post, OneTimePasswords.Made made, Before before) {
        return wholly.orNot(() -> {
            Optional<Refusal> wrong = before.run().or(() -> open(by, successor, post, made));
            if (wrong.isPresent()) {
                return new Outcome.Refused<>(wrong.get());
            }
            return accounts.place(by, successor.login(), post, null).map(id -> entrance(successor, made));
        });
    }

    private Optional<Refusal> open(Actor by, Successor successor, Post post, OneTimePasswords.Made made) {
        if (!successor.opens()) {
            return Checks.refusedIf(successor.login().equals(by.login()), "I-031", by.login())
                    .or(() -> within(by, successor.login()));
        }
        Optional<Refusal> wrong = checks.name(successor.name());
        if (wrong.isPresent()) {
            return wrong;
        }
        Outcome<UUID> opened = accounts.create(
                by, new NewAccount(successor.login(), successor.name().strip(), null, false, false));
        if (opened instanceof Outcome.Refused<UUID> refused) {
            return Optional.of(refused.refusal());
        }
        passwords.give(opened.orThrow(), made, post.since());
        return Optional.empty();
    }

    /** I-008 no such open account; I-034 it holds a post elsewhere, which this would end. */
    private Optional<Refusal> within(Actor by, String login) {
        Optional<UUID> account = jdbc.sql(
                        "select id from account where login = ? and disabled_at is null and not scripted")
                .param(login)
                .query(UUID.class)
                .optional();
        if (account.isEmpty()) {
            return Optional.of(Refusal.of("I-008", login));
        }
        return Checks.refusedIf(!book.liesWithin(account.get(), by.territory()), "I-034", login);
    }

    private NewEntrance entrance(Successor successor, OneTimePasswords.Made made) {
        return new NewEntrance(
                successor.login(),
                accounts.findName(successor.login()).orElse(successor.name()),
                successor.opens() ? made.password() : null);
    }

    /** Ends a post before its time. Refused: I-003, I-020, I-021, I-025, I-031. */
    public Outcome<UUID> end(Actor by, UUID appointment, String reason) {
        return act(by, appointment, reason, held -> {
            if (!held.open()) {
                return Optional.of(Refusal.of("I-025"));
            }
            endFrom(appointment, clock.now());
            audit.record(by, "account.appointment-ended", "account:" + held.login(), reason(reason));
            return Optional.empty();
        });
    }

    void endFrom(UUID appointment, Instant end) {
        jdbc.sql("update appointment set until = greatest(since, :end) where id = :id and until > :end")
                .param("end", end.atOffset(ZoneOffset.UTC))
                .param("id", appointment)
                .update();
    }

    /** Closes the account of a line and ends whatever it holds or will hold. Refused: I-003, I-020, I-021, I-031, I-034. */
    public Outcome<UUID> close(Actor by, UUID appointment, String reason) {
        return act(by, appointment, reason, held -> {
            jdbc.sql("update account set disabled_at = :now, credential = credential + 1, version = version + 1"
                            + " where id = :id and disabled_at is null")
                    .param("now", clock.now().atOffset(ZoneOffset.UTC))
                    .param("id", held.account())
                    .update();
            jdbc.sql("update appointment set until = greatest(since, :now) where account_id = :id and until > :now")
                    .param("now", clock.now().atOffset(ZoneOffset.UTC))
                    .param("id", held.account())
                    .update();
            audit.record(by, "account.disabled", "account:" + held.login(), reason(reason));
            return Optional.empty();
        });
    }

    /** Opens a closed account again, without a post and without its old password. Refused: as {@link #close}. */
    public Outcome<UUID> reopen(Actor by, UUID appointment, String reason) {
        return act(by, appointment, reason, held -> {
            jdbc.sql("update account set disabled_at = null, password_hash = null, version = version + 1 where id = ?")
                    .param(held.account())
                    .update();
            audit.record(by, "account.reopened", "account:" + held.login(), reason(reason));
            return Optional.empty();
        });
    }

    /**
     * Gives the account of a line a new one-time password; the old password and its sessions end. Refused: I-003, I-008,
     * I-020, I-021, I-030, I-031, I-034.
     */
    public Outcome<NewEntrance> resetPassword(Actor by, UUID appointment, String reason) {
        return resetPassword(by, appointment, reason, passwords.make());
    }

    Outcome<NewEntrance> resetPassword(Actor by, UUID appointment, String reason, OneTimePasswords.Made made) {
        Outcome<UUID> done = act(by, appointment, reason, held -> {
            if (held.closed()) {
                return Optional.of(Refusal.of("I-008", held.login()));
            }
            if (!entersByPassword(held.account())) {
                return Optional.of(Refusal.of("I-030", held.login()));
            }
            passwords.give(held.account(), made, clock.now());
            if (book.opensByTwo(held.account())) {
                accounts.await(held.account());
            }
            audit.record(by, "account.password-reset", "account:" + held.login(), reason(reason));
            return Optional.empty();
        });
        return done.map(account -> book.find(appointment, by.territory()).orElseThrow())
                .map(held -> new NewEntrance(held.login(), held.name(), made.password()));
    }

    private boolean entersByPassword(UUID account) {
        return jdbc.sql("select not scripted and not demonstration from account where id = ?")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    private interface Act {
        Optional<Refusal> on(HeldPost held);
    }

    private Outcome<UUID> act(Actor by, UUID appointment, String reason, Act act) {
        if (!by.mayAdminister()) {
            return Outcome.refused("I-003");
        }
        Optional<Refusal> unreasoned = checks.reason(reason);
        if (unreasoned.isPresent()) {
            return new Outcome.Refused<>(unreasoned.get());
        }
        return wholly.orNot(() -> {
            Optional<HeldPost> held = book.lock(appointment).filter(line -> by.covers(line.areaPath()));
            if (held.isEmpty()) {
                return Outcome.refused("I-025");
            }
            Optional<Refusal> wrong = barred(by, held.get()).or(() -> act.on(held.get()));
            return wrong.<Outcome<UUID>>map(Outcome.Refused::new)
                    .orElseGet(() -> Outcome.accepted(held.get().account()));
        });
    }

    /** I-031: nobody shuts the own door, lest the district is left without an administrator. */
    private Optional<Refusal> barred(Actor by, HeldPost held) {
        return Checks.refusedIf(held.account().equals(by.account()), "I-031", held.login())
                .or(() -> Checks.refusedIf(!book.liesWithin(held.account(), by.territory()), "I-034", held.login()));
    }

    private static Map<String, String> reason(String reason) {
        return Map.of("reason", reason.strip());
    }
}
