package org.tongxin.app.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;

/**
 * Opens accounts that a list proposed, many by one decision and each as if it were the only one: checked by the same rules as the
 * form, in a transaction of its own, under the administrator's name in the audit. So one that is refused holds up none of the others, and
 * a post that signs or opens accounts still waits for its {@link SecondPerson}. A proposal is gone once it was opened: what is opened
 * twice is opened once.
 */
@Component
public class Openings {

    /** Most at once; suggested value: one street's communities, some seconds of hashing and thirteen sheets of slips. */
    public static final int MOST = 100;

    /** Somebody else has seen to it meanwhile. */
    private static final String GONE = "I-025";

    private final JdbcClient jdbc;
    private final ProposalBook book;
    private final Staffing staffing;
    private final OneTimePasswords passwords;
    private final Wholly wholly;
    private final Namesakes namesakes;
    private final DistrictClock clock;
    private final Audit audit;

    Openings(
            JdbcClient jdbc,
            ProposalBook book,
            Staffing staffing,
            OneTimePasswords passwords,
            Wholly wholly,
            Namesakes namesakes,
            DistrictClock clock,
            Audit audit) {
        this.jdbc = jdbc;
        this.book = book;
        this.staffing = staffing;
        this.passwords = passwords;
        this.wholly = wholly;
        this.namesakes = namesakes;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Opens those of the chosen that lie in the own territory. Refused as a whole: I-003, I-045 where none or too many are chosen;
     * one by one: as {@link Staffing#fill}.
     */
    public Outcome<Slips> open(Actor by, Collection<UUID> chosen) {
        Optional<Refusal> wrong = wrong(by, chosen);
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        List<ProposedAccount> proposed = book.find(by.territory(), chosen);
        List<Slip> slips = new ArrayList<>();
        List<Slips.Not> refused = new ArrayList<>();
        int gone = distinct(chosen) - proposed.size();
        List<OneTimePasswords.Made> made = passwords.make(proposed.size());
        for (int number = 0; number < proposed.size(); number++) {
            ProposedAccount one = proposed.get(number);
            Outcome<Slip> opened = open(by, one, made.get(number));
            if (opened instanceof Outcome.Accepted<Slip> accepted) {
                slips.add(accepted.value());
            } else if (((Outcome.Refused<Slip>) opened).refusal().code().equals(GONE)) {
                gone++;
            } else {
                refused.add(new Slips.Not(
                        one.login(), one.name(), one.title(), ((Outcome.Refused<Slip>) opened).refusal()));
            }
        }
        return Outcome.accepted(new Slips(slips, refused, gone));
    }

    static Optional<Refusal> wrong(Actor by, Collection<UUID> chosen) {
        return Checks.refusedIf(!by.mayAdminister(), "I-003")
                .or(() ->
                        Checks.refusedIf(chosen.isEmpty() || distinct(chosen) > MOST, "I-045", distinct(chosen), MOST));
    }

    private static int distinct(Collection<UUID> chosen) {
        return new HashSet<>(chosen).size();
    }

    private Outcome<Slip> open(Actor by, ProposedAccount one, OneTimePasswords.Made made) {
        Post post = new Post(
                one.role(), one.areaPath(), one.title(), since(one.firstDay(), clock), until(one.lastDay(), clock));
        Optional<Refusal> wrong = staffing.wrong(by, post);
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        return wholly.orNot(() -> {
            if (!remove(by, one)) {
                return Outcome.refused(GONE);
            }
            Optional<String> there = namesakes.find(one.name(), post);
            if (there.isPresent()) {
                return Outcome.refused("I-046", one.name(), there.get());
            }
            Staffing.Successor person = new Staffing.Successor(one.login(), one.name());
            return staffing.seat(by, person, post, made, Optional::empty).map(entrance -> {
                namedSince(one);
                return slip(jdbc, entrance, post);
            });
        });
    }

    /** Whether it is still as it was read; from then on nobody else opens it. */
    private boolean remove(Actor by, ProposedAccount one) {
        return jdbc.sql("delete from account_proposal where id = :id and proposed_at = :seen"
                                + " and area_path >= :territory and area_path < :territory || '~'")
                        .param("id", one.id())
                        .param("seen", utc(one.proposedAt()))
                        .param("territory", by.territory())
                        .update()
                == 1;
    }

    /** Whoever was shown the proposals was shown this person's name before there was an account. */
    private void namedSince(ProposedAccount one) {
        jdbc.sql("update appointment set named_since = least(named_since, :since)"
                        + " where account_id = (select id from account where login = :login)")
                .param("since", utc(one.proposedAt()))
                .param("login", one.login())
                .update();
    }

    /** The slip of one who was just given a password, in the transaction that gave it. */
    static Slip slip(JdbcClient jdbc, NewEntrance entrance, Post post) {
        return jdbc.sql("select password_until, waiting_since is not null as waits from account where login = ?")
                .param(entrance.login())
                .query((row, number) -> new Slip(
                        entrance.login(),
                        entrance.name(),
                        post.role(),
                        post.areaPath(),
                        post.title(),
                        String.valueOf(entrance.password()),
                        post.since(),
                        row.getObject("password_until", OffsetDateTime.class).toInstant(),
                        row.getBoolean("waits") && post.role().openedByTwo()))
                .single();
    }

    /**
     * Takes proposals back, all of the chosen or none. The audit keeps role and place, not the person, who never came. Refused: I-003,
     * I-025 where one is no longer there, I-045.
     */
    public Outcome<Integer> withdraw(Actor by, Collection<UUID> chosen) {
        Optional<Refusal> wrong = wrong(by, chosen);
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        return wholly.orNot(() -> {
            List<ProposedAccount> proposed = book.find(by.territory(), chosen);
            for (ProposedAccount one : proposed) {
                if (!remove(by, one)) {
                    return Outcome.refused(GONE);
                }
                audit.record(
                        by,
                        "account.proposal-withdrawn",
                        "proposal:" + one.id(),
                        Map.of("role", one.role(), "area", one.areaPath()));
            }
            return proposed.size() < distinct(chosen) ? Outcome.refused(GONE) : Outcome.accepted(proposed.size());
        });
    }

    /** A first day that is past or not given is now: a post is never dated back. */
    static Instant since(@Nullable LocalDate firstDay, DistrictClock clock) {
        return firstDay == null || !firstDay.isAfter(clock.today())
                ? clock.now()
                : clock.at(firstDay, LocalTime.MIDNIGHT);
    }

    static Instant until(LocalDate lastDay, DistrictClock clock) {
        return clock.at(lastDay.plusDays(1), LocalTime.MIDNIGHT);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
