package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tongxin.app.dispatch.PenaltyTable;
import org.tongxin.app.dispatch.Weeks;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.core.allocation.DutyHindrance;
import org.tongxin.core.allocation.DutyRest;
import org.tongxin.core.allocation.DutyTurn;
import org.tongxin.core.allocation.EmptySlot;
import org.tongxin.core.allocation.EmptySlots;
import org.tongxin.core.allocation.PlanCheck;
import org.tongxin.core.allocation.ShiftAnswer;
import org.tongxin.core.allocation.ShiftChecker;
import org.tongxin.core.allocation.ShiftPlan;
import org.tongxin.core.allocation.ShiftProblem;
import org.tongxin.core.allocation.ShiftRules;
import org.tongxin.core.allocation.ShiftSlot;

/**
 * A street's week as a {@link ShiftProblem}: a slot for each place still free on each day, and one for each turn that people have
 * already, which only they can take and which costs more to leave than all it could make room for. Days are counted from a Monday, so
 * that the weeks of the problem are those of the calendar.
 *
 * <p>For each post the people who want the day come first, then the nearest. A proof is a proof over these pairs.
 */
final class WeekModel {

    /** People listed for a post on a day. */
    static final int CANDIDATES = 40;

    /** More than an empty place that must not be missed, on that day, the days beside it and in its week. */
    private static final long GIVEN = 10 * PenaltyTable.EMPTY_MINIMUM;

    /** The week of the day before the first, up to four. */
    private static final int DAYS = 4 * ShiftRules.WEEK;

    private final WeekInput input;
    private final ShiftHours hours;
    private final LocalDate origin;
    private final Map<UUID, Integer> numberOfPerson = new HashMap<>();
    private final Map<UUID, List<DutyTurn>> turns = new HashMap<>();
    private final Set<DutyTurn> late = new HashSet<>();
    private final Set<DutyTurn> early = new HashSet<>();
    private final List<Slot> slots = new ArrayList<>();
    /** Who would be eligible but must rest beside a turn they have, by day and post. */
    private final Map<DayPost, Integer> resting = new LinkedHashMap<>();
    /** Who is eligible for a post, the nearest first. */
    private final Map<UUID, List<Person>> preparedFor = new HashMap<>();

    private final ShiftPairs places;

    private record DayPost(LocalDate day, UUID post) {}

    /** A place on a day. @param given to whom already, or empty while it is free */
    private record Slot(LocalDate day, DutyPost post, boolean isMinimum, Optional<UUID> given) {}

    WeekModel(WeekInput input, ShiftHours hours) {
        this.input = input;
        this.hours = hours;
        this.origin = DutyRest.monday(input.firstDay()).minusDays(ShiftRules.WEEK);
        ShiftInput somewhere = new ShiftInput(
                input.firstDay(), input.people(), input.posts(), Map.of(), List.of(), Set.of(), Map.of(), Rests.NONE);
        this.places = new ShiftPairs(somewhere, new ShiftCosts(input.posts(), Map.of()));
        for (int person = 0; person < input.people().size(); person++) {
            numberOfPerson.put(input.people().get(person).id(), person);
        }
        input.given()
                .forEach(given -> turns.computeIfAbsent(given.person(), person -> new ArrayList<>())
                        .add(hours.turn(given.day(), given.post())));
        sortHours();
        addSlots();
    }

    /** Which hours do not go with which on the next day. */
    private void sortHours() {
        for (DutyPost one : input.posts()) {
            for (DutyPost other : input.posts()) {
                DutyTurn today = hours.turn(origin, one);
                DutyTurn tomorrow = hours.turn(origin.plusDays(1), other);
                if (DutyRest.find(tomorrow, List.of(today), hours.rules())
                        .filter(found -> found.kind() != DutyHindrance.Kind.FULL_WEEK)
                        .isPresent()) {
                    late.add(today);
                    early.add(hours.turn(origin, other));
                }
            }
        }
    }

    /** Hours that may follow nothing and be followed by nothing: then nobody could come on two days, and no week can be planned. */
    Optional<DutyTurn> withoutRest() {
        return late.stream().filter(early::contains).min(Comparator.comparing(DutyTurn::starts));
    }

    private ShiftSlot.Part part(DutyPost post) {
        DutyTurn turn = hours.turn(origin, post);
        if (late.contains(turn)) {
            return ShiftSlot.Part.NIGHT;
        }
        return early.contains(turn) ? ShiftSlot.Part.MORNING : ShiftSlot.Part.LATE;
    }

    private void addSlots() {
        input.given().stream()
                .filter(given -> numberOfPerson.containsKey(given.person()))
                .map(given -> new Slot(given.day(), given.post(), true, Optional.of(given.person())))
                .filter(this::goesWithTheOthersTold)
                .forEach(slots::add);
        for (LocalDate day : input.days()) {
            for (DutyPost post : input.posts()) {
                for (int place = input.givenAt(post, day); place < post.places(); place++) {
                    slots.add(new Slot(day, post, place < post.minimum(), Optional.empty()));
                }
            }
        }
    }

    /**
     * Whether a turn that somebody was told keeps the rules beside those entered before. One that does not, such as one told before a
     * limit was lowered, is a fact: it is no slot, and whoever has it is asked for nothing that it forbids.
     */
    private boolean goesWithTheOthersTold(Slot told) {
        List<Slot> others =
                slots.stream().filter(slot -> slot.given().equals(told.given())).toList();
        long ofTheWeek = others.stream()
                .filter(slot -> DutyRest.monday(slot.day()).equals(DutyRest.monday(told.day())))
                .count();
        return ofTheWeek < hours.rules().turnsPerWeek()
                && others.stream()
                        .noneMatch(slot ->
                                slot.day().equals(told.day()) || isTooSoon(slot, told) || isTooSoon(told, slot));
    }

    private boolean isTooSoon(Slot one, Slot next) {
        return one.day().plusDays(1).equals(next.day())
                && part(one.post()) == ShiftSlot.Part.NIGHT
                && part(next.post()) == ShiftSlot.Part.MORNING;
    }

    ShiftProblem problem() {
        int target = Math.ceilDiv(slots.size(), Math.max(1, input.people().size()));
        ShiftRules rules = new ShiftRules(DAYS, hours.rules().turnsPerWeek(), target, PenaltyTable.UNEVEN);
        ShiftProblem.Builder builder = ShiftProblem.builder(input.people().size(), rules);
        Map<DayPost, List<Candidate>> candidates = new HashMap<>();
        for (int number = 0; number < slots.size(); number++) {
            Slot slot = slots.get(number);
            int day = Math.toIntExact(ChronoUnit.DAYS.between(origin, slot.day()));
            builder.slot(new ShiftSlot(day, part(slot.post()), unmet(slot)));
            if (slot.given().isPresent()) {
                builder.pair(number, number(slot.given().get()), 0);
                continue;
            }
            for (Candidate candidate : candidates.computeIfAbsent(
                    new DayPost(slot.day(), slot.post().id()), key -> candidates(slot.day(), slot.post()))) {
                builder.pair(number, candidate.number(), candidate.cost());
            }
        }
        return builder.build();
    }

    private int number(UUID person) {
        return Objects.requireNonNull(numberOfPerson.get(person));
    }

    private static long unmet(Slot slot) {
        if (slot.given().isPresent()) {
            return GIVEN;
        }
        return slot.isMinimum()
                ? PenaltyTable.EMPTY_MINIMUM
                : PenaltyTable.need(slot.post()).emptyPenalty();
    }

    private record Candidate(int number, boolean wants, long cost) {}

    private List<Candidate> candidates(LocalDate day, DutyPost post) {
        List<Candidate> candidates = new ArrayList<>();
        int tired = 0;
        for (Person person : preparedFor(post)) {
            if (input.isAsked(person, post, day)) {
                Optional<DutyHindrance> rest = rest(person, post, day);
                tired += rest.filter(found -> found.kind() != DutyHindrance.Kind.SAME_DAY)
                                .isPresent()
                        ? 1
                        : 0;
                if (rest.isEmpty()) {
                    candidates.add(candidate(person, post, day));
                }
            }
        }
        resting.put(new DayPost(day, post.id()), tired);
        return candidates.stream()
                .sorted(Comparator.comparing((Candidate candidate) -> !candidate.wants())
                        .thenComparingLong(Candidate::cost)
                        .thenComparingInt(Candidate::number))
                .limit(CANDIDATES)
                .toList();
    }

    private Optional<DutyHindrance> rest(Person person, DutyPost post, LocalDate day) {
        return DutyRest.find(hours.turn(day, post), turns.getOrDefault(person.id(), List.of()), hours.rules());
    }

    private Candidate candidate(Person person, DutyPost post, LocalDate day) {
        boolean wants = input.wanting().contains(new WeekInput.OnDay(person.id(), day));
        long rare = post.skill() == null && person.skill() != null ? PenaltyTable.RARE_SKILL : 0;
        long cost = places.metres(person, post) + rare + (wants ? 0 : PenaltyTable.UNWISHED);
        return new Candidate(number(person.id()), wants, cost);
    }

    private List<Person> preparedFor(DutyPost post) {
        return preparedFor.computeIfAbsent(
                post.id(),
                id -> input.people().stream()
                        .filter(person -> places.mayStand(person, post))
                        .sorted(Comparator.<Person>comparingInt(person -> places.metres(person, post))
                                .thenComparing(Person::id))
                        .toList());
    }

    /**
     * Whether the answer may be shown: checked by code that shares none with the solvers, then once more by the true hours.
     *
     * @throws IllegalStateException when it breaks a rule, which would be an error of a solver or of this model
     */
    void check(ShiftProblem problem, ShiftAnswer answer) {
        PlanCheck check = ShiftChecker.check(problem, answer.plan());
        if (!check.isAllowed() || answer.bound() > answer.plan().total()) {
            throw new IllegalStateException("The week from " + input.firstDay() + " by " + answer.engine()
                    + " breaks rules: " + check.violations() + ", bound " + answer.bound());
        }
        Map<UUID, List<DutyTurn>> all = new HashMap<>();
        for (int number = 0; number < slots.size(); number++) {
            Slot slot = slots.get(number);
            int person = answer.plan().personOf(number);
            if (slot.given().isPresent() && person == ShiftProblem.NOBODY) {
                throw new IllegalStateException("The week from " + input.firstDay() + " takes a turn of " + slot.day()
                        + " away that somebody was told.");
            }
            if (slot.given().isEmpty() && person != ShiftProblem.NOBODY) {
                UUID id = input.people().get(person).id();
                List<DutyTurn> others =
                        all.computeIfAbsent(id, key -> new ArrayList<>(turns.getOrDefault(key, List.of())));
                DutyTurn turn = hours.turn(slot.day(), slot.post());
                DutyRest.find(turn, others, hours.rules()).ifPresent(found -> {
                    throw new IllegalStateException("The week from " + input.firstDay() + " breaks " + found.kind()
                            + " on " + turn.day() + " beside the turn of "
                            + found.other().day() + ".");
                });
                others.add(turn);
            }
        }
    }

    /** Places of all posts and days, those given among them. */
    int slots() {
        return input.days().size()
                * input.posts().stream().mapToInt(DutyPost::places).sum();
    }

    /** Places of the week that people have already. */
    int kept() {
        return input.days().stream()
                .mapToInt(day -> input.posts().stream()
                        .mapToInt(post -> Math.min(post.places(), input.givenAt(post, day)))
                        .sum())
                .sum();
    }

    /** Somebody for a free place. @param rank 1 for the nearest who may stand there */
    record Placement(LocalDate day, DutyPost post, Person person, int metres, int rank, int eligible) {}

    List<Placement> placements(ShiftPlan plan) {
        List<Placement> placements = new ArrayList<>();
        for (int number = 0; number < slots.size(); number++) {
            Slot slot = slots.get(number);
            if (slot.given().isEmpty() && plan.personOf(number) != ShiftProblem.NOBODY) {
                Person person = input.people().get(plan.personOf(number));
                List<Person> prepared = preparedFor(slot.post());
                placements.add(new Placement(
                        slot.day(),
                        slot.post(),
                        person,
                        places.metres(person, slot.post()),
                        1 + prepared.indexOf(person),
                        prepared.size()));
            }
        }
        return placements;
    }

    /** What stays empty and why, one for each post and day. */
    List<Weeks.Missing> missing(ShiftProblem problem, ShiftPlan plan) {
        Map<DayPost, Weeks.Missing> missing = new LinkedHashMap<>();
        for (EmptySlot empty : EmptySlots.of(problem, plan)) {
            Slot slot = slots.get(empty.slot());
            DayPost key = new DayPost(slot.day(), slot.post().id());
            int tired = resting.getOrDefault(key, 0);
            missing.merge(
                    key,
                    new Weeks.Missing(
                            slot.day(),
                            slot.post().id(),
                            1,
                            slot.isMinimum() ? 1 : 0,
                            empty.listed() + tired,
                            empty.busy(),
                            empty.resting() + tired,
                            empty.full(),
                            empty.dear()),
                    (one, more) -> new Weeks.Missing(
                            one.day(),
                            one.postId(),
                            one.missing() + 1,
                            one.belowMinimum() + more.belowMinimum(),
                            one.listed(),
                            one.busy(),
                            one.resting(),
                            one.fullWeek(),
                            one.dear()));
        }
        return List.copyOf(missing.values());
    }
}
