package org.tongxin.app.dispatch.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Refusal;
import org.tongxin.core.allocation.DutyHindrance;
import org.tongxin.core.allocation.DutyRest;
import org.tongxin.core.allocation.DutySwap;
import org.tongxin.core.allocation.DutyTurn;

/**
 * Lets one person take another's place in a shift, or two exchange theirs: against all hard rules, in the caller's transaction. Of who
 * gave a place away only that they are not free that day is kept, which goes with the shift and is kept of others too.
 */
@Component
public class ShiftSwaps {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Organisation organisation;
    private final ShiftHours hours;
    private final ShiftRevisions revisions;
    private final Choices choices;

    ShiftSwaps(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Organisation organisation,
            ShiftHours hours,
            ShiftRevisions revisions,
            Choices choices) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.organisation = organisation;
        this.hours = hours;
        this.revisions = revisions;
        this.choices = choices;
    }

    /** A place that somebody has said yes to. */
    public record Turn(UUID assignment, UUID person, LocalDate day, UUID post) {}

    /** Who reads the risks of a dangerous duty as they take it. */
    public enum Knows {
        /** The risks were read just now. */
        RISK,
        /** Nothing that has to be known, or it is asked later. */
        NOTHING
    }

    /**
     * What stands against it. The transaction must have the locks of both days. D-065 where the place asks for what somebody lacks,
     * D-066 rest and D-067 weekly limit of who takes, D-068 rest or limit of who gives.
     *
     * @param inReturn the taker's place that the giver gets, or {@code null}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Refusal> refusal(Turn offered, UUID taker, @Nullable Turn inReturn) {
        if (!mayStand(taker, offered) || (inReturn != null && !mayStand(offered.person(), inReturn))) {
            return Optional.of(Refusal.of("D-065"));
        }
        List<DutyTurn> takers = turns(taker, offered.day(), inReturn);
        Optional<DutySwap.Obstacle> obstacle = inReturn == null
                ? DutySwap.check(turn(offered), takers, hours.rules())
                : DutySwap.check(
                        turn(offered),
                        turn(inReturn),
                        turns(offered.person(), offered.day(), inReturn),
                        takers,
                        hours.rules());
        return obstacle.map(this::words);
    }

    private Refusal words(DutySwap.Obstacle obstacle) {
        DutyHindrance found = obstacle.hindrance();
        if (obstacle.side() == DutySwap.Side.GIVER) {
            return Refusal.of("D-068");
        }
        return found.kind() == DutyHindrance.Kind.FULL_WEEK
                ? Refusal.of("D-067", found.value(), hours.rules().turnsPerWeek())
                : Refusal.of("D-066", found.other().day(), hours.rules().hoursOfRest());
    }

    private boolean mayStand(UUID person, Turn turn) {
        Optional<Person> someone = organisation.findPerson(person);
        Optional<DutyPost> post = organisation.findPost(turn.post());
        boolean ruledOut = jdbc.sql("select exists (select from shift_choice where shift_day = ? and post_id = ?"
                        + " and person_id = ? and kind = 'LEFT_OUT')")
                .params(turn.day(), turn.post(), person)
                .query(Boolean.class)
                .single();
        return someone.isPresent()
                && post.isPresent()
                && !ruledOut
                && places(post.get(), List.of()).mayStand(someone.get(), post.get());
    }

    private static ShiftPairs places(DutyPost post, List<Person> people) {
        ShiftInput input = new ShiftInput(
                LocalDate.EPOCH, people, List.of(post), Map.of(), List.of(), Set.of(), Map.of(), Rests.NONE);
        return new ShiftPairs(input, new ShiftCosts(List.of(post), Map.of()));
    }

    private DutyTurn turn(Turn turn) {
        return hours.turn(turn.day(), organisation.findPost(turn.post()).orElseThrow());
    }

    /** All turns of somebody in the weeks of both days and beside them. */
    private List<DutyTurn> turns(UUID person, LocalDate day, @Nullable Turn inReturn) {
        LocalDate other = inReturn == null ? day : inReturn.day();
        LocalDate first = day.isBefore(other) ? day : other;
        LocalDate last = day.isBefore(other) ? other : day;
        return new ArrayList<>(jdbc.sql("select a.shift_day, p.starts, p.ends from assignment a"
                        + " join duty_post p on p.id = a.post_id where a.person_id = ? and a.shift_day between ? and ?"
                        + " order by a.shift_day")
                .params(
                        person,
                        DutyRest.monday(first).minusDays(1),
                        DutyRest.monday(last).plusDays(7))
                .query((row, number) -> hours.turn(
                        row.getObject("shift_day", LocalDate.class),
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class)))
                .list());
    }

    /**
     * Hands the place on, or exchanges both. The transaction must have the locks of both days, and nothing may stand against it.
     *
     * @return the taker's new assignment
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID swap(Turn offered, UUID taker, Knows taking, @Nullable Turn inReturn, boolean asksAgain) {
        leave(offered, inReturn != null && inReturn.day().equals(offered.day()));
        if (inReturn != null) {
            leave(inReturn, inReturn.day().equals(offered.day()));
            come(inReturn, offered.person(), asksAgain ? "INVITED" : "CONFIRMED", Knows.NOTHING);
            note(inReturn, true);
        }
        UUID taken = come(offered, taker, "CONFIRMED", taking);
        note(offered, inReturn != null);
        outdate(offered.day());
        if (inReturn != null) {
            outdate(inReturn.day());
        }
        return taken;
    }

    private void leave(Turn turn, boolean comesElsewhere) {
        choices.releasePlaces(turn.day(), List.of(turn.person()));
        jdbc.sql("delete from assignment where id = ?").param(turn.assignment()).update();
        if (!comesElsewhere) {
            jdbc.sql("insert into shift_unavailable (shift_day, person_id) values (?, ?) on conflict do nothing")
                    .params(turn.day(), turn.person())
                    .update();
        }
    }

    private UUID come(Turn turn, UUID person, String state, Knows knows) {
        for (String table : List.of("shift_unavailable", "shift_wish")) {
            jdbc.sql("delete from " + table + " where shift_day = ? and person_id = ?")
                    .params(turn.day(), person)
                    .update();
        }
        Standing standing = standing(turn, person);
        UUID id = ids.of("assignment", turn.day(), person, turn.post());
        boolean risk = knows == Knows.RISK;
        jdbc.sql("insert into assignment (id, shift_day, post_id, person_id, state, metres, rank, eligible,"
                        + " nearer_elsewhere, assigned_at, risk_read_at, risk_read_by) values (:id, :day, :post, :person,"
                        + " :state, :metres, :rank, :eligible, 0, :now, cast(:read as timestamptz), :by)")
                .param("id", id)
                .param("day", turn.day())
                .param("post", turn.post())
                .param("person", person)
                .param("state", state)
                .param("metres", standing.metres())
                .param("rank", standing.rank())
                .param("eligible", standing.eligible())
                .param("now", Timestamp.from(clock.now()))
                .param("read", risk ? Timestamp.from(clock.now()) : null)
                .param("by", risk ? "SELF" : null)
                .update();
        return id;
    }

    private record Standing(int metres, int rank, int eligible) {}

    private Standing standing(Turn turn, UUID person) {
        DutyPost post = organisation.findPost(turn.post()).orElseThrow();
        ShiftPairs places = places(post, List.of());
        int metres = places.metres(organisation.findPerson(person).orElseThrow(), post);
        int eligible = 0;
        int nearer = 0;
        for (Person other : organisation.people("")) {
            boolean may = places.mayStand(other, post);
            eligible += may ? 1 : 0;
            nearer += may && places.metres(other, post) < metres ? 1 : 0;
        }
        return new Standing(metres, nearer + 1, eligible);
    }

    private void note(Turn turn, boolean exchanged) {
        jdbc.sql("insert into shift_swapped (shift_day, post_id, swapped_at, exchanged) values (?, ?, ?, ?)")
                .params(turn.day(), turn.post(), Timestamp.from(clock.now()), exchanged)
                .update();
    }

    private void outdate(LocalDate day) {
        revisions.outdate(day);
        revisions.outdateAround(day);
    }
}
