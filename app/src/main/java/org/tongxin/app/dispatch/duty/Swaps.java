package org.tongxin.app.dispatch.duty;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.dispatch.internal.ShiftRevisions;
import org.tongxin.app.dispatch.internal.ShiftSwaps;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;

/**
 * Shifts handed on or exchanged by those who have them. The owner gets a code and gives it to whom they like; whoever types it on their
 * own page takes the shift, if every rule lets them. Nobody is listed to anybody, no reason is asked, and who was asked and did not is
 * nowhere. Of two who type it at once, one gets the shift. Thread-safe.
 */
@Service
public class Swaps {

    /** Longest time within which something may be wanted in return, in days. */
    public static final int LONGEST = 14;

    private static final UUID NO_ACCOUNT = new UUID(0, 0);
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final ShiftHours hours;
    private final InstallationKey key;
    private final WrongCodes wrongCodes;
    private final ShiftRevisions revisions;
    private final ShiftSwaps swaps;
    private final Audit audit;

    Swaps(
            JdbcClient jdbc,
            DistrictClock clock,
            ShiftHours hours,
            InstallationKey key,
            WrongCodes wrongCodes,
            ShiftRevisions revisions,
            ShiftSwaps swaps,
            Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hours = hours;
        this.key = key;
        this.wrongCodes = wrongCodes;
        this.revisions = revisions;
        this.swaps = swaps;
        this.audit = audit;
    }

    /** A shift that its owner offers. @param returnTo last day of what is wanted in return, or {@code null} for nothing */
    public record Offer(
            UUID assignment,
            String code,
            @Nullable LocalDate returnFrom,
            @Nullable LocalDate returnTo) {}

    /**
     * An offered shift, for who was given its code.
     *
     * @param dangerous whether its risks have to be read
     * @param mine own shifts that may be given in return, by assignment; empty where nothing is wanted
     */
    public record Seen(
            String code,
            LocalDate day,
            String kind,
            String name,
            String nameEn,
            String areaName,
            String areaNameEn,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            boolean dangerous,
            boolean wantsReturn,
            List<Mine> mine) {}

    /** An own shift that may be given in return. */
    public record Mine(UUID assignment, LocalDate day, String name, String nameEn) {}

    /** What somebody offers, by assignment. */
    public Map<UUID, Offer> of(UUID person) {
        Map<UUID, Offer> offers = new HashMap<>();
        jdbc.sql("select s.assignment_id as assignment, s.code, s.return_from, s.return_to from shift_swap s"
                        + " join assignment a on a.id = s.assignment_id where a.person_id = ?")
                .param(person)
                .query(Offer.class)
                .list()
                .forEach(offer -> offers.put(offer.assignment(), offer));
        return offers;
    }

    private record Held(
            UUID assignment,
            UUID person,
            LocalDate day,
            UUID post,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            boolean dangerous) {

        ShiftSwaps.Turn turn() {
            return new ShiftSwaps.Turn(assignment, person, day, post);
        }
    }

    /** A confirmed shift that nobody has come to yet. */
    private static final String HELD = "select a.id as assignment, a.person_id as person, a.shift_day as day,"
            + " a.post_id as post, p.starts, p.ends, coalesce(d.dangerous, false) as dangerous from assignment a"
            + " join duty_post p on p.id = a.post_id left join duty_notice d on d.kind = p.kind"
            + " where a.state = 'CONFIRMED' and not exists (select from attendance t where t.shift_day = a.shift_day"
            + " and t.person_id = a.person_id)";

    /** An own shift that has not begun. */
    private Optional<Held> held(UUID person, @Nullable UUID assignment) {
        return jdbc.sql(HELD + " and a.person_id = :person and a.id = :id")
                .param("person", person)
                .param("id", assignment)
                .query(Held.class)
                .optional()
                .filter(this::isToCome);
    }

    private boolean isToCome(Held held) {
        return clock.now()
                .isBefore(hours.of(held.day(), held.starts(), held.ends()).start());
    }

    /**
     * Offers a shift; offered before, it gets a new code and these terms. Refused: D-062 where it is not the person's, not confirmed or
     * has begun.
     *
     * @param within a shift within so many days is wanted in return, 1 to {@link #LONGEST}; 0 for nothing
     * @return the code
     */
    @Transactional
    public Outcome<String> offer(UUID person, UUID assignment, int within) {
        Optional<LocalDate> day = dayOf(assignment);
        day.ifPresent(revisions::lock);
        Optional<Held> held = day.flatMap(known -> held(person, assignment));
        if (held.isEmpty()) {
            return Outcome.refused("D-062");
        }
        boolean wants = within > 0;
        LocalDate from = hours.day();
        String code = code(assignment);
        jdbc.sql("insert into shift_swap (assignment_id, shift_day, code, return_from, return_to)"
                        + " values (:assignment, :day, :code, :from, :to) on conflict (assignment_id)"
                        + " do update set code = excluded.code, return_from = excluded.return_from,"
                        + " return_to = excluded.return_to")
                .param("assignment", assignment)
                .param("day", held.get().day())
                .param("code", code)
                .param("from", wants ? from : null)
                .param("to", wants ? from.plusDays(Math.min(within, LONGEST)) : null)
                .update();
        return Outcome.accepted(code);
    }

    private Optional<LocalDate> dayOf(UUID assignment) {
        return jdbc.sql("select shift_day from assignment where id = ?")
                .param(assignment)
                .query(LocalDate.class)
                .optional();
    }

    /** 40 bits that differ from offer to offer. */
    private String code(UUID assignment) {
        BigInteger number = new BigInteger(
                1, key.derive("swap", assignment.toString(), UUID.randomUUID().toString()));
        StringBuilder code = new StringBuilder();
        for (int sign = 0; sign < LENGTH; sign++) {
            code.append(SIGNS.charAt(
                    number.shiftRight(5 * sign).and(BigInteger.valueOf(31)).intValue()));
        }
        return code.toString();
    }

    /** Takes an offer back; nothing of it stays. Taking back what is not there changes nothing. */
    @Transactional
    public void withdraw(UUID person, UUID assignment) {
        dayOf(assignment).ifPresent(revisions::lock);
        jdbc.sql("delete from shift_swap s using assignment a where a.id = s.assignment_id and a.person_id = ?"
                        + " and a.id = ?")
                .params(person, assignment)
                .update();
    }

    private record Open(
            UUID assignment,
            @Nullable LocalDate returnFrom,
            @Nullable LocalDate returnTo) {

        boolean wantsReturn() {
            return returnTo != null;
        }

        boolean takes(LocalDate day) {
            return returnFrom != null && returnTo != null && !day.isBefore(returnFrom) && !day.isAfter(returnTo);
        }
    }

    private Optional<Open> find(String code) {
        return jdbc.sql("select assignment_id as assignment, return_from, return_to from shift_swap where code = ?")
                .param(clean(code))
                .query(Open.class)
                .optional();
    }

    private static String clean(String code) {
        return code.strip().replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
    }

    private Optional<Held> offered(Open open) {
        return jdbc.sql(HELD + " and a.id = ?")
                .param(open.assignment())
                .query(Held.class)
                .optional()
                .filter(this::isToCome);
    }

    /** Shows an offered shift to who was given its code. Refused: D-063 where it is wrong or gone, or after too many wrong ones; D-064
     * the own one. */
    @Transactional
    public Outcome<Seen> look(UUID person, String code) {
        if (!wrongCodes.begin(WrongCodes.Door.SWAP, person)) {
            return Outcome.refused("D-063");
        }
        Optional<Open> open = find(code);
        Optional<Held> held = open.flatMap(this::offered);
        if (open.isEmpty() || held.isEmpty()) {
            return Outcome.refused("D-063");
        }
        if (held.get().person().equals(person)) {
            return Outcome.refused("D-064");
        }
        wrongCodes.succeeded(WrongCodes.Door.SWAP, person);
        return Outcome.accepted(seen(person, clean(code), open.get(), held.get()));
    }

    private Seen seen(UUID person, String code, Open open, Held held) {
        List<Mine> mine = jdbc.sql("select x.assignment, x.day, p.name, p.name_en from (" + HELD
                        + " and a.person_id = ?) x join duty_post p on p.id = x.post order by x.day")
                .param(person)
                .query(Mine.class)
                .list();
        return jdbc.sql(
                        "select p.kind, p.name, p.name_en, r.name as area_name, r.name_en as area_name_en from duty_post p"
                                + " join area r on r.path = substr(p.area_path, 1, 12) where p.id = ?")
                .param(held.post())
                .query((row, number) -> new Seen(
                        code,
                        held.day(),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("area_name"),
                        row.getString("area_name_en"),
                        held.starts(),
                        held.ends(),
                        held.dangerous(),
                        open.wantsReturn(),
                        mine.stream().filter(each -> open.takes(each.day())).toList()))
                .single();
    }

    /**
     * Takes an offered shift, at once and in whole or not at all. Refused: D-030 where its risks have to be read, D-063 where it has
     * been taken or withdrawn, D-064 the own one, D-065 to D-068 where a rule stands against it, D-069 where what is wanted in
     * return is missing.
     *
     * @param inReturn an own assignment, or {@code null} where nothing is wanted
     */
    @Transactional
    public Outcome<UUID> accept(UUID person, String code, @Nullable UUID inReturn, boolean riskRead) {
        if (!wrongCodes.begin(WrongCodes.Door.SWAP, person)) {
            return Outcome.refused("D-063");
        }
        Optional<Open> known = find(code);
        if (known.isEmpty()) {
            return Outcome.refused("D-063");
        }
        if (offered(known.get()).filter(held -> held.person().equals(person)).isPresent()) {
            return Outcome.refused("D-064");
        }
        wrongCodes.succeeded(WrongCodes.Door.SWAP, person);
        Stream.of(Optional.of(known.get().assignment()), Optional.ofNullable(inReturn))
                .flatMap(Optional::stream)
                .flatMap(assignment -> dayOf(assignment).stream())
                .sorted()
                .forEach(revisions::lock);
        Optional<Open> open = find(code);
        Optional<Held> offered = open.flatMap(this::offered);
        if (open.isEmpty() || offered.isEmpty()) {
            return Outcome.refused("D-063");
        }
        return accept(person, open.get(), offered.get(), inReturn, riskRead);
    }

    private Outcome<UUID> accept(UUID person, Open open, Held offered, @Nullable UUID inReturn, boolean riskRead) {
        if (offered.person().equals(person)) {
            return Outcome.refused("D-064");
        }
        Optional<Held> mine =
                inReturn == null ? Optional.empty() : held(person, inReturn).filter(held -> open.takes(held.day()));
        if (open.wantsReturn() != mine.isPresent() || (inReturn != null && mine.isEmpty())) {
            return Outcome.refused("D-069");
        }
        ShiftSwaps.@Nullable Turn returned = mine.map(Held::turn).orElse(null);
        Optional<Refusal> refusal = swaps.refusal(offered.turn(), person, returned);
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        if (offered.dangerous() && !riskRead) {
            return Outcome.refused("D-030");
        }
        boolean asksAgain = mine.filter(Held::dangerous).isPresent();
        UUID taken = swaps.swap(
                offered.turn(),
                person,
                offered.dangerous() ? ShiftSwaps.Knows.RISK : ShiftSwaps.Knows.NOTHING,
                returned,
                asksAgain);
        record(offered);
        mine.ifPresent(this::record);
        return Outcome.accepted(taken);
    }

    /** Which post and day, never who. */
    private void record(Held held) {
        audit.record(
                new Actor(NO_ACCOUNT, "own-page", "本人页面", Role.COMMUNITY_WORKER, "", false),
                "shift.swapped",
                held.day() + "/" + held.post(),
                Map.of());
    }
}
