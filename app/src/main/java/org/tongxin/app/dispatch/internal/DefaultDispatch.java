package org.tongxin.app.dispatch.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.dispatch.Assignment;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.dispatch.Dispatched;
import org.tongxin.app.dispatch.Gap;
import org.tongxin.app.dispatch.PlanComparison;
import org.tongxin.app.dispatch.PlanRepair;
import org.tongxin.app.dispatch.ShiftChoice;
import org.tongxin.app.dispatch.duty.Safety;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;

/** Plans with {@code core.allocation}, and again after each change; a plan that separate code cannot prove is never stored. */
@Service
class DefaultDispatch implements Dispatch {

    /** A repair is no news of a street: it is told where coverage is lost or restored, and listed with the shift. */
    static final String REPAIR = "repair";

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Announcer announcer;
    private final Audit audit;
    private final Organisation organisation;
    private final Gaps gaps;
    private final PastShifts pastShifts;
    private final ShiftInputs inputs;
    private final LiveShifts shifts;
    private final ShiftRevisions revisions;
    private final AssignmentStore assignments;
    private final Repairs repairs;
    private final Choices choices;
    private final Safety safety;
    private final ShiftHours hours;

    DefaultDispatch(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Announcer announcer,
            Audit audit,
            Organisation organisation,
            Gaps gaps,
            PastShifts pastShifts,
            ShiftInputs inputs,
            LiveShifts shifts,
            ShiftRevisions revisions,
            AssignmentStore assignments,
            Repairs repairs,
            Choices choices,
            Safety safety,
            ShiftHours hours) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.announcer = announcer;
        this.audit = audit;
        this.organisation = organisation;
        this.gaps = gaps;
        this.pastShifts = pastShifts;
        this.inputs = inputs;
        this.shifts = shifts;
        this.revisions = revisions;
        this.assignments = assignments;
        this.repairs = repairs;
        this.choices = choices;
        this.safety = safety;
        this.hours = hours;
    }

    @Override
    @Transactional
    public Outcome<ShiftPlan> plan(Actor actor, LocalDate day, String reason) {
        return plan(actor, day, reason, false);
    }

    @Override
    @Transactional
    public Outcome<ShiftPlan> planAfresh(Actor actor, LocalDate day) {
        return plan(actor, day, "afresh", true);
    }

    private Outcome<ShiftPlan> plan(Actor actor, LocalDate day, String reason, boolean afresh) {
        Optional<Outcome<ShiftPlan>> refusal = refusal(actor, day);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        shifts.lock(day);
        pastShifts.runDue();
        List<DutyPost> posts = inputs.postsToCover(day);
        if (posts.isEmpty()) {
            return Outcome.refused("D-002", day);
        }
        assignments.enrol(day, posts);
        ShiftInput input = inputs.read(day);
        LiveShift shift = afresh ? LiveShift.afresh(input) : LiveShift.of(input);
        ShiftPlan plan = store(actor, day, reason, shift);
        audit.record(
                actor,
                "shift.planned",
                day + "/" + plan.run(),
                Map.of("assigned", plan.newlyAssigned(), "gaps", plan.gaps()));
        return Outcome.accepted(plan);
    }

    private <T> Optional<Outcome<T>> refusal(Actor actor, LocalDate day) {
        if (actor.role() != Role.DUTY_OFFICER
                || !actor.covers(organisation.district().path())) {
            return Optional.of(Outcome.refused("I-003", actor.role()));
        }
        return day.isBefore(hours.day()) ? Optional.of(Outcome.refused("D-001", day)) : Optional.empty();
    }

    /** Stores a plan as it stands, tells who goes elsewhere, and opens and closes gaps. */
    private ShiftPlan store(Actor actor, LocalDate day, String reason, LiveShift shift) {
        shift.announce();
        ShiftView view = shifts.keep(day, shift);
        int run = 1
                + jdbc.sql("select coalesce(max(run), 0) from shift_plan where shift_day = ?")
                        .param(day)
                        .query(Integer.class)
                        .single();
        jdbc.sql("insert into shift_plan (id, shift_day, run, planned_at, total_cost, pairs, proved, reason)"
                        + " values (?, ?, ?, ?, ?, ?, true, ?)")
                .params(ids.of("shiftPlan", day, run), day, run, now(), view.total(), view.pairs(), reason)
                .update();
        Map<UUID, UUID> told = inputs.told(day);
        Map<String, Integer> assigned = assignments.change(day, told, view);
        if (reason.equals(REPAIR) || !told.equals(view.postOfPerson())) {
            revisions.outdateAround(day);
        }
        if (!reason.equals(REPAIR)) {
            assigned.forEach((street, people) -> announce(actor, day, run, street, people));
        }
        int open = gaps.refresh(actor.login(), day, view.whyEmpty());
        int people = assigned.values().stream().mapToInt(Integer::intValue).sum();
        return new ShiftPlan(day, run, people, open, view.total(), view.pairs());
    }

    private void announce(Actor actor, LocalDate day, int run, String street, int people) {
        UUID cause = jdbc.sql(
                        "select caused_by from street_coverage where street_path = ? order by since, order_id limit 1")
                .param(street)
                .query(UUID.class)
                .single();
        String name = jdbc.sql("select name || '|' || name_en from area where path = ?")
                .param(street)
                .query(String.class)
                .single();
        String[] names = name.split("\\|", 2);
        announcer.announce(new Dispatched(
                announcer.facts(
                        Dispatched.class,
                        street + '/' + day + '/' + run,
                        street,
                        actor.login(),
                        cause,
                        Reason.of("dispatched", Reason.name(names[0], names[1]), people, day)),
                day,
                people));
    }

    @Override
    @Transactional
    public Outcome<Integer> answer(Actor actor, LocalDate day, Map<UUID, Boolean> comes) {
        if (actor.role() != Role.DUTY_OFFICER
                && actor.role() != Role.COMMUNITY_WORKER
                && actor.role() != Role.STREET_WORKER) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Refusal> over = over(day, comes.containsValue(true));
        if (over.isPresent()) {
            return new Outcome.Refused<>(over.get());
        }
        shifts.lock(day);
        UUID[] wished = chosen(comes, true);
        int confirmed = assignments.confirm(day, actor.territory(), safety.cleared(wished));
        List<AssignmentStore.Answering> no = assignments.answering(day, actor.territory(), chosen(comes, false));
        List<AssignmentStore.Answering> going =
                no.stream().filter(each -> !each.came()).toList();
        Optional<LiveShift> shift = beforeTheyGo(
                day, going.stream().map(AssignmentStore.Answering::person).toList());
        Map<UUID, UUID> gone = assignments.withdraw(
                day,
                actor.territory(),
                going.stream().map(AssignmentStore.Answering::assignment).toArray(UUID[]::new));
        mend(actor, day, shift, gone.keySet());
        if (confirmed + gone.size() == 0 && !comes.isEmpty()) {
            return new Outcome.Refused<>(
                    no.isEmpty() ? safety.heldBack(wished).orElse(Refusal.of("D-003")) : Refusal.of("D-039"));
        }
        audit.record(actor, "shift.answers", day.toString(), Map.of("answers", confirmed + gone.size()));
        return Outcome.accepted(confirmed + gone.size());
    }

    /** What is said after the end changes nothing: who stood the shift has stood it. */
    private Optional<Refusal> over(LocalDate day, boolean comes) {
        if (day.isBefore(hours.day())) {
            return Optional.of(Refusal.of("D-001", day));
        }
        return clock.now().isBefore(hours.end(day))
                ? Optional.empty()
                : Optional.of(Refusal.of(comes ? "D-035" : "D-050", hours.end(day)));
    }

    /** The plan in which these people still are; none is fixed to a post any more. */
    private Optional<LiveShift> beforeTheyGo(LocalDate day, Collection<UUID> people) {
        if (people.isEmpty()) {
            return Optional.empty();
        }
        boolean fixed = choices.releasePlaces(day, people);
        return Optional.of(fixed ? LiveShift.of(inputs.read(day)) : shifts.toChange(day));
    }

    /** Somebody else comes for each who cannot, where that is best for the whole plan. Nothing is kept of who could not. */
    private void mend(Actor actor, LocalDate day, Optional<LiveShift> before, Collection<UUID> gone) {
        if (before.isEmpty()) {
            gaps.refresh(actor.login(), day, shifts.view(day).whyEmpty());
            return;
        }
        LiveShift shift = before.get();
        List<LiveShift.Mended> mended = new ArrayList<>();
        for (UUID person : gone.stream().sorted().toList()) {
            shift.leave(person).ifPresent(mended::add);
            shift.announce();
        }
        repairs.keep(day, mended);
        store(actor, day, REPAIR, shift);
    }

    @Override
    @Transactional
    public Outcome<Integer> unavailable(Actor actor, LocalDate day, Collection<UUID> people) {
        if (actor.role() != Role.DUTY_OFFICER
                || !actor.covers(organisation.district().path())) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Refusal> over = over(day, false);
        if (over.isPresent()) {
            return new Outcome.Refused<>(over.get());
        }
        shifts.lock(day);
        List<UUID> away = assignments.notCome(day, people);
        if (away.isEmpty() && !people.isEmpty()) {
            return Outcome.refused("D-039");
        }
        List<UUID> assigned = assignments.assigned(day, away);
        Optional<LiveShift> shift = beforeTheyGo(day, assigned);
        int noted = jdbc.sql("insert into shift_unavailable (shift_day, person_id)"
                        + " select :day, unnest(cast(:people as uuid[])) on conflict do nothing")
                .param("day", day)
                .param("people", away.toArray(UUID[]::new))
                .update();
        if (shift.isEmpty()) {
            choices.releasePlaces(day, away);
            revisions.outdate(day);
        } else {
            jdbc.sql("delete from assignment where shift_day = ? and person_id = any(?)")
                    .params(day, assigned.toArray(UUID[]::new))
                    .update();
            mend(actor, day, shift, away);
        }
        return Outcome.accepted(noted);
    }

    private static UUID[] chosen(Map<UUID, Boolean> comes, boolean answer) {
        return comes.entrySet().stream()
                .filter(entry -> entry.getValue() == answer)
                .map(Map.Entry::getKey)
                .sorted()
                .toArray(UUID[]::new);
    }

    @Override
    public List<Assignment> assignments(LocalDate day, String territory) {
        return jdbc.sql("select a.id, a.post_id, a.person_id, n.name as person_name, n.kind = 'VOLUNTEER' as volunteer,"
                        + " a.state, a.metres, a.rank, a.eligible, a.nearer_elsewhere"
                        + " from assignment a join person n on n.id = a.person_id join duty_post p on p.id = a.post_id"
                        + " where a.shift_day = :day and p.area_path >= :territory and p.area_path < :territory || '~'"
                        + " order by a.post_id, a.metres, a.id")
                .param("day", day)
                .param("territory", territory)
                .query(Assignment.class)
                .list();
    }

    @Override
    public List<Gap> openGaps(String territory) {
        return gaps.open(territory);
    }

    @Override
    public List<Gap> gaps(String territory, int limit) {
        return gaps.list(territory, limit);
    }

    @Override
    public Coverage coverage(LocalDate day, String territory) {
        return jdbc.sql("select count(*)::int as posts, coalesce(sum(p.places), 0)::int as places,"
                        + " (select count(*)::int from assignment a join duty_post q on q.id = a.post_id"
                        + " where a.shift_day = :day and q.area_path >= :territory and q.area_path < :territory || '~') as filled,"
                        + " (select count(*)::int from coverage_gap g where g.shift_day = :day and g.closed_at is null"
                        + " and g.area_path >= :territory and g.area_path < :territory || '~') as gaps"
                        + " from shift_post s join duty_post p on p.id = s.post_id where s.shift_day = :day"
                        + " and s.area_path >= :territory and s.area_path < :territory || '~'")
                .param("day", day)
                .param("territory", territory)
                .query(Coverage.class)
                .single();
    }

    private record StreetCoverage(String street, int posts, int places, int filled, int gaps) {}

    @Override
    public Map<String, Coverage> coverageByStreet(LocalDate day, String territory) {
        Map<String, Coverage> byStreet = new LinkedHashMap<>();
        jdbc.sql("select substr(s.area_path, 1, 9) as street, count(*)::int as posts, sum(p.places)::int as places,"
                        + " sum((select count(*) from assignment a where a.shift_day = :day and a.post_id = p.id))::int as filled,"
                        + " sum((select count(*) from coverage_gap g where g.shift_day = :day and g.post_id = p.id"
                        + " and g.closed_at is null))::int as gaps"
                        + " from shift_post s join duty_post p on p.id = s.post_id where s.shift_day = :day"
                        + " and s.area_path >= :territory and s.area_path < :territory || '~' group by 1 order by 1")
                .param("day", day)
                .param("territory", territory)
                .query(StreetCoverage.class)
                .list()
                .forEach(each -> byStreet.put(
                        each.street(), new Coverage(each.posts(), each.places(), each.filled(), each.gaps())));
        return byStreet;
    }

    @Override
    public Optional<ShiftPlan> latest(LocalDate day) {
        return jdbc.sql("select shift_day as day, run, (select count(*)::int from assignment a"
                        + " where a.shift_day = s.shift_day) as newly_assigned, (select count(*)::int from coverage_gap g"
                        + " where g.shift_day = s.shift_day and g.closed_at is null) as gaps, total_cost, pairs"
                        + " from shift_plan s where shift_day = ? order by run desc limit 1")
                .param(day)
                .query(ShiftPlan.class)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Explanation> explain(LocalDate day, UUID post, String territory, int limit) {
        Optional<DutyPost> found = organisation.findPost(post);
        if (found.isEmpty() || !found.get().areaPath().startsWith(territory)) {
            return Optional.empty();
        }
        return shifts.view(day).explain(post, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PlanComparison> compare(LocalDate day) {
        ShiftView present = shifts.view(day);
        return present.input().posts().isEmpty() ? Optional.empty() : Optional.of(present.comparison());
    }

    @Override
    public List<PlanRepair> repairs(LocalDate day, String territory, @Nullable UUID post, int limit) {
        return repairs.list(day, territory, post, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Outcome<WhatIf> whatIf(Actor actor, LocalDate day, UUID post, UUID person) {
        Optional<Outcome<WhatIf>> refusal = refusal(actor, day);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        ShiftView present = shifts.view(day);
        return present.place(post, person)
                .map(fixed -> present.whatIf(
                        fixed, LiveShift.of(inputs.read(day).with(fixed)).view()));
    }

    @Override
    @Transactional
    public Outcome<ShiftPlan> choose(Actor actor, LocalDate day, UUID post, UUID person, boolean fixed) {
        Optional<Outcome<ShiftPlan>> refusal = refusal(actor, day);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        shifts.lock(day);
        ShiftView present = shifts.view(day);
        if (present.place(post, person) instanceof Outcome.Refused<ShiftInput.Fixed> refused) {
            return new Outcome.Refused<>(refused.refusal());
        }
        choices.keep(day, post, person, fixed, actor.login());
        audit.record(actor, fixed ? "shift.fixed" : "shift.leftOut", day + "/" + post, Map.of());
        return Outcome.accepted(store(actor, day, "choice", LiveShift.of(inputs.read(day))));
    }

    @Override
    @Transactional
    public Outcome<ShiftPlan> release(Actor actor, LocalDate day, UUID post, UUID person) {
        Optional<Outcome<ShiftPlan>> refusal = refusal(actor, day);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        shifts.lock(day);
        if (!choices.release(day, post, person)) {
            return Outcome.refused("D-011");
        }
        audit.record(actor, "shift.released", day + "/" + post, Map.of());
        return Outcome.accepted(store(actor, day, "choice", LiveShift.of(inputs.read(day))));
    }

    @Override
    public List<ShiftChoice> choices(LocalDate day, String territory) {
        return choices.list(day, territory);
    }

    private Timestamp now() {
        return Timestamp.from(clock.now());
    }
}
