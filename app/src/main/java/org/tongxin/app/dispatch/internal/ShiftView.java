package org.tongxin.app.dispatch.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.dispatch.PenaltyTable;
import org.tongxin.app.dispatch.PlanComparison;
import org.tongxin.app.dispatch.PlanMeasures;
import org.tongxin.app.dispatch.PlanRepair;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;
import org.tongxin.core.allocation.Candidate;
import org.tongxin.core.allocation.DutyHindrance;
import org.tongxin.core.allocation.EmptyPlaces;
import org.tongxin.core.allocation.PeoplePlan;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PlacementReason;
import org.tongxin.core.allocation.PlanExplainer;

/** A proved plan of a shift, to be read and explained by several threads. */
final class ShiftView {

    private static final int RESTING_SHOWN = 5;

    private final ShiftInput input;
    private final ShiftCosts costs;
    private final ShiftPairs pairs;
    private final PeopleProblem problem;
    private final PeoplePlan plan;
    private final PlanExplainer explainer;
    private final Map<UUID, Integer> numberOfPost = new HashMap<>();
    private @Nullable PlanComparison comparison;

    /**
     * Somebody at a post.
     *
     * @param rank 1 when nobody eligible was nearer
     * @param eligible how many may come to this post
     * @param nearerElsewhere nearer people who stand at another post
     */
    record Placement(Person person, DutyPost post, int metres, int rank, int eligible, int nearerElsewhere) {}

    ShiftView(ShiftInput input, ShiftCosts costs, ShiftPairs pairs, PeopleProblem problem, PeoplePlan plan) {
        this.input = input;
        this.costs = costs;
        this.pairs = pairs;
        this.problem = problem;
        this.plan = plan;
        this.explainer = new PlanExplainer(problem, plan, pairs);
        for (int post = 0; post < input.posts().size(); post++) {
            numberOfPost.put(input.posts().get(post).id(), post);
        }
    }

    ShiftInput input() {
        return input;
    }

    /** Eligible pairs that the plan lists; all others are proved not to help. */
    int pairs() {
        return problem.arcCount();
    }

    /** Metres and penalties, with what those who are fixed cost. */
    long total() {
        return costs.metres(plan.total())
                + input.fixed().stream().mapToLong(this::cost).sum();
    }

    private long cost(ShiftInput.Fixed fixed) {
        int metres = pairs.metres(fixed.person(), fixed.post());
        UUID told = input.told().get(fixed.person().id());
        boolean moved = told != null && !told.equals(fixed.post().id());
        return costs.metres(costs.of(fixed.person(), fixed.post(), metres)) + (moved ? PenaltyTable.MOVE : 0);
    }

    /** Who stands where. */
    Map<UUID, UUID> postOfPerson() {
        Map<UUID, UUID> places = new LinkedHashMap<>();
        for (int person = 0; person < input.people().size(); person++) {
            if (plan.postOf(person) != PeopleProblem.NO_POST) {
                places.put(
                        input.people().get(person).id(),
                        input.posts().get(plan.postOf(person)).id());
            }
        }
        input.fixed()
                .forEach(fixed -> places.put(fixed.person().id(), fixed.post().id()));
        return places;
    }

    /** How good the plan is. */
    PlanMeasures measures() {
        return measures(postOfPerson());
    }

    /** How good another plan with the same people and posts would be. */
    PlanMeasures measures(Map<UUID, UUID> places) {
        return new PlanMeter(input, pairs).measure(places);
    }

    /** This plan beside others; made once, at the cost of a plan made afresh, however many ask. */
    synchronized PlanComparison comparison() {
        PlanComparison known = comparison;
        if (known == null) {
            ShiftView afresh =
                    LiveShift.afresh(input.withoutSettled(pairs::hasLeft)).view();
            known = new PlanComparison(
                    measures(input.told()), measures(afresh.postOfPerson()), measures(NearestFirst.of(input, pairs)));
            comparison = known;
        }
        return known;
    }

    /** A person to be put to a post; refused where that is not possible. */
    Outcome<ShiftInput.Fixed> place(UUID post, UUID person) {
        Optional<DutyPost> here = input.findPost(post);
        if (here.isEmpty()) {
            return Outcome.refused("D-012");
        }
        Optional<Person> someone = input.findPerson(person);
        if (someone.isEmpty()
                || (pairs.hasLeft(someone.get()) && !input.isFixed(person))
                || !pairs.mayStand(someone.get(), here.get())) {
            return Outcome.refused("D-010", here.get().name());
        }
        Optional<Refusal> rest =
                input.rests().find(person, here.get()).map(found -> RestWords.refusal(found, input.rests()));
        if (rest.isPresent()) {
            return new Outcome.Refused<>(rest.get());
        }
        boolean isHere = input.fixed().contains(new ShiftInput.Fixed(someone.get(), here.get()));
        return !isHere && input.fixedAt(here.get()) >= here.get().places()
                ? Outcome.refused("D-013", here.get().name(), here.get().places())
                : Outcome.accepted(new ShiftInput.Fixed(someone.get(), here.get()));
    }

    /** This plan beside one with a person put to a post. */
    Dispatch.WhatIf whatIf(ShiftInput.Fixed fixed, ShiftView with) {
        Map<UUID, UUID> before = postOfPerson();
        Map<UUID, UUID> after = with.postOfPerson();
        List<PlanRepair.Step> steps = new ArrayList<>();
        for (Person person : input.people()) {
            UUID from = before.get(person.id());
            UUID to = after.get(person.id());
            if (!person.id().equals(fixed.person().id()) && !Objects.equals(from, to)) {
                steps.add(new PlanRepair.Step(named(from), named(to)));
            }
        }
        DutyPost placedAt = post(before.get(fixed.person().id()));
        Dispatch.Option option = new Dispatch.Option(
                fixed.person().id(),
                fixed.person().name(),
                fixed.person().kind() == Person.Kind.VOLUNTEER,
                pairs.metres(fixed.person(), fixed.post()),
                placedAt == null ? "" : placedAt.name(),
                with.total() - total());
        return new Dispatch.WhatIf(option, steps, measures(), measures(after));
    }

    private @Nullable DutyPost post(@Nullable UUID id) {
        return id == null ? null : input.findPost(id).orElse(null);
    }

    private PlanRepair.@Nullable Place named(@Nullable UUID id) {
        DutyPost post = post(id);
        return post == null ? null : new PlanRepair.Place(post.id(), post.name(), post.nameEn());
    }

    /** Those who stand somewhere else than before, and why there. @param before post by person */
    List<Placement> newPlacements(Map<UUID, UUID> before) {
        List<Placement> placements = new ArrayList<>();
        for (int person = 0; person < input.people().size(); person++) {
            if (plan.postOf(person) != PeopleProblem.NO_POST) {
                Person someone = input.people().get(person);
                DutyPost post = input.posts().get(plan.postOf(person));
                if (!post.id().equals(before.get(someone.id()))) {
                    placements.add(placement(
                            someone, post, explainer.findReason(person).orElseThrow()));
                }
            }
        }
        for (ShiftInput.Fixed fixed : input.fixed()) {
            if (!fixed.post().id().equals(before.get(fixed.person().id()))) {
                placements.add(placement(fixed));
            }
        }
        return placements;
    }

    private Placement placement(Person someone, DutyPost post, PlacementReason why) {
        int elsewhere = (int) why.cheaper().stream()
                .filter(cheaper -> cheaper.placedAt() != PeopleProblem.NO_POST)
                .count();
        return new Placement(someone, post, pairs.metres(someone, post), why.rank(), why.eligible(), elsewhere);
    }

    private Placement placement(ShiftInput.Fixed fixed) {
        DutyPost post = fixed.post();
        int metres = pairs.metres(fixed.person(), post);
        int number = input.posts().indexOf(post);
        int[] counts = {1, 1, 0};
        pairs.ofPost(number, Long.MAX_VALUE, (person, cost) -> {
            boolean nearer = pairs.metres(input.people().get(person), post) < metres;
            int where = plan.postOf(person);
            counts[0]++;
            counts[1] += nearer ? 1 : 0;
            counts[2] += nearer && where != PeopleProblem.NO_POST && where != number ? 1 : 0;
        });
        return new Placement(fixed.person(), post, metres, counts[1], counts[0], counts[2]);
    }

    /** Why places stay empty, by post; posts that are full are missing. */
    Map<UUID, List<Reason>> whyEmpty() {
        Map<UUID, List<Reason>> why = new HashMap<>();
        for (int post = 0; post < input.posts().size(); post++) {
            UUID id = input.posts().get(post).id();
            explainer.findEmptyPlaces(post).ifPresent(empty -> why.put(id, reasons(empty)));
        }
        return why;
    }

    private static List<Reason> reasons(EmptyPlaces empty) {
        Reason resting = Reason.of("gap.RESTING", empty.resting());
        if (empty.reason() == EmptyPlaces.Reason.RESTING) {
            return List.of(resting);
        }
        Reason reason = Reason.of(
                "gap." + empty.reason().name(), empty.eligible(), empty.placedElsewhere(), empty.placedHere());
        return empty.resting() > 0 ? List.of(reason, resting) : List.of(reason);
    }

    /** What is empty at a post, and who else could come with which effect on the whole plan. */
    Optional<Dispatch.Explanation> explain(UUID post, int limit) {
        Integer number = numberOfPost.get(post);
        if (number == null) {
            return Optional.empty();
        }
        List<Dispatch.Option> options = explainer.candidates(number, limit).stream()
                .map(candidate -> option(number, candidate))
                .toList();
        Optional<EmptyPlaces> empty = explainer.findEmptyPlaces(number);
        int[] counts = {0, 0};
        pairs.ofPost(number, Long.MAX_VALUE, (person, cost) -> {
            int where = plan.postOf(person);
            counts[0]++;
            counts[1] += where != PeopleProblem.NO_POST && where != number ? 1 : 0;
        });
        List<Person> resting = pairs.restingAt(number);
        return Optional.of(new Dispatch.Explanation(
                empty.map(EmptyPlaces::empty).orElse(0),
                counts[0],
                counts[1],
                empty.map(e -> e.reason().name()).orElse("FILLED"),
                options,
                resting.size(),
                resting.stream()
                        .limit(RESTING_SHOWN)
                        .map(person -> resting(person, input.posts().get(number)))
                        .toList()));
    }

    private Dispatch.Resting resting(Person person, DutyPost post) {
        DutyHindrance why = input.rests().find(person.id(), post).orElseThrow();
        return new Dispatch.Resting(
                person.id(),
                person.name(),
                person.kind() == Person.Kind.VOLUNTEER,
                pairs.metres(person, post),
                RestWords.reason(why));
    }

    private Dispatch.Option option(int post, Candidate candidate) {
        Person person = input.people().get(candidate.person());
        String placedAt = candidate.placedAt() == PeopleProblem.NO_POST
                ? ""
                : input.posts().get(candidate.placedAt()).name();
        return new Dispatch.Option(
                person.id(),
                person.name(),
                person.kind() == Person.Kind.VOLUNTEER,
                pairs.metres(person, input.posts().get(post)),
                placedAt,
                costs.metres(candidate.effect()));
    }
}
