package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.tongxin.app.dispatch.Weeks;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.platform.Outcome;
import org.tongxin.core.allocation.DutyRest;
import org.tongxin.core.allocation.DutyTurn;
import org.tongxin.core.allocation.ShiftAnswer;
import org.tongxin.core.allocation.ShiftProblem;

/** Solves outside of every transaction, so that nobody waits for a solver; what is published is checked again first. */
@Service
class DefaultWeeks implements Weeks {

    private final WeekInputs inputs;
    private final WeekEngine engine;
    private final WeekStore store;
    private final LiveShifts shifts;
    private final ShiftRevisions revisions;
    private final AssignmentStore assignments;
    private final ShiftHours hours;
    private final Audit audit;
    private final TransactionOperations transactions;

    DefaultWeeks(
            WeekInputs inputs,
            WeekEngine engine,
            WeekStore store,
            LiveShifts shifts,
            ShiftRevisions revisions,
            AssignmentStore assignments,
            ShiftHours hours,
            Audit audit,
            TransactionOperations transactions) {
        this.inputs = inputs;
        this.engine = engine;
        this.store = store;
        this.shifts = shifts;
        this.revisions = revisions;
        this.assignments = assignments;
        this.hours = hours;
        this.audit = audit;
        this.transactions = transactions;
    }

    private static boolean may(Actor actor, String street) {
        return actor.role() == Role.DUTY_OFFICER && actor.covers(street);
    }

    @Override
    public Outcome<Week> plan(Actor actor, String street) {
        if (!may(actor, street)) {
            return Outcome.refused("I-003", actor.role());
        }
        WeekInput input = inputs.read(street, hours.day().plusDays(1));
        if (input.posts().isEmpty()) {
            return Outcome.refused("D-057");
        }
        WeekModel model = new WeekModel(input, hours);
        Optional<DutyTurn> restless = model.withoutRest();
        if (restless.isPresent()) {
            return Outcome.refused(
                    "D-058",
                    restless.get().starts().toLocalTime(),
                    restless.get().ends().toLocalTime(),
                    hours.rules().hoursOfRest());
        }
        ShiftProblem problem = model.problem();
        ShiftAnswer answer = engine.solve(problem);
        model.check(problem, answer);
        return Outcome.accepted(transactions.execute(status -> keep(actor, street, input, model, problem, answer)));
    }

    private Week keep(
            Actor actor, String street, WeekInput input, WeekModel model, ShiftProblem problem, ShiftAnswer answer) {
        Week week = store.keep(actor, street, input, model, problem, answer);
        audit.record(
                actor,
                "week.planned",
                street + "/" + week.firstDay(),
                Map.of("filled", week.filled(), "empty", week.empty(), "engine", week.engine()));
        return week;
    }

    @Override
    public Optional<Week> findDraft(String street) {
        return store.findDraft(street);
    }

    @Override
    public Optional<Week> findPublished(String street) {
        return store.findPublished(street);
    }

    @Override
    public List<Place> places(Week week) {
        return store.places(week);
    }

    @Override
    public List<Missing> missing(Week week) {
        return store.missing(week.id());
    }

    @Override
    @Transactional
    public Outcome<Integer> publish(Actor actor, UUID id) {
        Optional<Week> found = store.find(id);
        if (found.isEmpty()) {
            return Outcome.refused("D-059");
        }
        Week week = found.get();
        if (!may(actor, week.streetPath())) {
            return Outcome.refused("I-003", actor.role());
        }
        if (!week.firstDay().isAfter(hours.day())) {
            return Outcome.refused("D-059");
        }
        WeekInput input = inputs.read(week.streetPath(), week.firstDay());
        input.days().forEach(shifts::lock);
        if (!store.lockDraft(id)) {
            return Outcome.refused("D-059");
        }
        return publish(actor, week, inputs.read(week.streetPath(), week.firstDay()));
    }

    private Outcome<Integer> publish(Actor actor, Week week, WeekInput input) {
        List<WeekStore.Kept> places = store.kept(week.id());
        Map<LocalDate, List<ShiftView.Placement>> byDay = new HashMap<>();
        int broken = 0;
        Standing standing = new Standing(input);
        for (WeekStore.Kept place : places) {
            Optional<ShiftView.Placement> placement = standing.take(place);
            placement.ifPresent(each ->
                    byDay.computeIfAbsent(place.day(), day -> new ArrayList<>()).add(each));
            broken += placement.isEmpty() ? 1 : 0;
        }
        if (broken > 0) {
            return Outcome.refused("D-060", broken);
        }
        for (LocalDate day : input.days()) {
            assignments.enrol(day, input.posts());
            assignments.add(day, byDay.getOrDefault(day, List.of()));
            revisions.outdate(day);
            revisions.outdateAround(day);
        }
        store.published(week.id(), actor);
        audit.record(
                actor, "week.published", week.streetPath() + "/" + week.firstDay(), Map.of("places", places.size()));
        return Outcome.accepted(places.size());
    }

    /** What still holds of a draft, place by place, as if each taken were told. */
    private final class Standing {

        private final WeekInput input;
        private final Map<UUID, Person> people;
        private final Map<UUID, DutyPost> posts;
        private final Map<UUID, List<DutyTurn>> turns = new HashMap<>();
        private final Map<String, Integer> filled = new HashMap<>();

        Standing(WeekInput input) {
            this.input = input;
            this.people = input.people().stream().collect(Collectors.toMap(Person::id, Function.identity()));
            this.posts = input.posts().stream().collect(Collectors.toMap(DutyPost::id, Function.identity()));
            input.given()
                    .forEach(given -> turns.computeIfAbsent(given.person(), person -> new ArrayList<>())
                            .add(hours.turn(given.day(), given.post())));
        }

        Optional<ShiftView.Placement> take(WeekStore.Kept place) {
            Person person = people.get(place.person());
            DutyPost post = posts.get(place.post());
            if (person == null
                    || post == null
                    || !input.isAsked(person, post, place.day())
                    || !ShiftPairs.isPrepared(person, post)
                    || !hasPlace(post, place.day())
                    || !isRested(person, post, place.day())) {
                return Optional.empty();
            }
            return Optional.of(
                    new ShiftView.Placement(person, post, place.metres(), place.rank(), place.eligible(), 0));
        }

        private boolean hasPlace(DutyPost post, LocalDate day) {
            return filled.merge(day + "/" + post.id(), 1, Integer::sum) + input.givenAt(post, day) <= post.places();
        }

        private boolean isRested(Person person, DutyPost post, LocalDate day) {
            List<DutyTurn> others = turns.computeIfAbsent(person.id(), id -> new ArrayList<>());
            DutyTurn turn = hours.turn(day, post);
            boolean rested = DutyRest.find(turn, others, hours.rules()).isEmpty();
            others.add(turn);
            return rested;
        }
    }
}
