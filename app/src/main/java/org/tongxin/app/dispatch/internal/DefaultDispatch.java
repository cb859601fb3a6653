package org.tongxin.app.dispatch.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.dispatch.Assignment;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.dispatch.Dispatched;
import org.tongxin.app.dispatch.Gap;
import org.tongxin.app.dispatch.PenaltyTable;
import org.tongxin.app.dispatch.duty.Safety;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;
import org.tongxin.core.allocation.Candidate;
import org.tongxin.core.allocation.EmptyPlaces;
import org.tongxin.core.allocation.PeoplePlan;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PeopleSolver;
import org.tongxin.core.allocation.PlacementReason;
import org.tongxin.core.allocation.PlanChecker;
import org.tongxin.core.allocation.PlanExplainer;
import org.tongxin.core.allocation.PlanProof;

/** Plans with {@code core.allocation}; a plan that separate code cannot prove is never stored. */
@Service
class DefaultDispatch implements Dispatch {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Announcer announcer;
    private final Audit audit;
    private final Organisation organisation;
    private final Gaps gaps;
    private final PastShifts pastShifts;
    private final Safety safety;

    DefaultDispatch(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Announcer announcer,
            Audit audit,
            Organisation organisation,
            Gaps gaps,
            PastShifts pastShifts,
            Safety safety) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.announcer = announcer;
        this.audit = audit;
        this.organisation = organisation;
        this.gaps = gaps;
        this.pastShifts = pastShifts;
        this.safety = safety;
    }

    @Override
    @Transactional
    public Outcome<ShiftPlan> plan(Actor actor, LocalDate day, String reason) {
        if (actor.role() != Role.DUTY_OFFICER
                || !actor.covers(organisation.district().path())) {
            return Outcome.refused("I-003", actor.role());
        }
        if (day.isBefore(clock.today())) {
            return Outcome.refused("D-001", day);
        }
        pastShifts.runDue();
        oneAtATime(day);
        ShiftProblem shift = problem(day);
        if (shift.posts().isEmpty()) {
            return Outcome.refused("D-002", day);
        }
        enrol(day, shift.posts());
        PeoplePlan plan = PeopleSolver.solve(shift.problem());
        PlanProof proof = PlanChecker.check(shift.problem(), plan);
        if (!proof.isProved()) {
            throw new IllegalStateException("The plan for " + day + " could not be proved: " + proof.violations());
        }
        int run = 1
                + jdbc.sql("select coalesce(max(run), 0) from shift_plan where shift_day = ?")
                        .param(day)
                        .query(Integer.class)
                        .single();
        jdbc.sql("insert into shift_plan (id, shift_day, run, planned_at, total_cost, pairs, proved, reason)"
                        + " values (?, ?, ?, ?, ?, ?, true, ?)")
                .params(
                        ids.of("shiftPlan", day, run),
                        day,
                        run,
                        now(),
                        plan.total(),
                        shift.problem().arcCount(),
                        reason)
                .update();
        Map<String, Integer> assigned = store(day, shift, plan);
        assigned.forEach((street, people) -> announce(actor, day, run, street, people));
        Map<UUID, List<Reason>> whyEmpty = whyEmpty(shift, plan);
        int open = gaps.refresh(actor.login(), day, whyEmpty);
        int people = assigned.values().stream().mapToInt(Integer::intValue).sum();
        audit.record(actor, "shift.planned", day + "/" + run, Map.of("assigned", people, "gaps", open));
        return Outcome.accepted(new ShiftPlan(
                day, run, people, open, plan.total(), shift.problem().arcCount()));
    }

    /** From now on these posts have to be staffed that day. Only a plan does this; looking at one never does. */
    private void enrol(LocalDate day, List<DutyPost> posts) {
        jdbc.sql("insert into shift_post (shift_day, post_id, area_path)"
                        + " select :day, p.id, p.path from unnest(cast(:ids as uuid[]), cast(:paths as text[])) as p(id, path)"
                        + " on conflict do nothing")
                .param("day", day)
                .param("ids", posts.stream().map(DutyPost::id).toArray(UUID[]::new))
                .param("paths", posts.stream().map(DutyPost::areaPath).toArray(String[]::new))
                .update();
    }

    private ShiftProblem problem(LocalDate day) {
        List<String> streets = jdbc.sql("select street_path from street_coverage order by street_path")
                .query(String.class)
                .list();
        List<DutyPost> posts = streets.stream()
                .flatMap(street -> organisation.posts(street).stream())
                .toList();
        Set<UUID> unavailable = Set.copyOf(jdbc.sql("select person_id from shift_unavailable where shift_day = ?")
                .param(day)
                .query(UUID.class)
                .list());
        List<Person> people = organisation.people("").stream()
                .filter(person -> !unavailable.contains(person.id()))
                .toList();
        Map<UUID, UUID> current = new HashMap<>();
        jdbc.sql("select person_id, post_id from assignment where shift_day = ?")
                .param(day)
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .forEach(entry -> current.put(entry.getKey(), entry.getValue()));
        return ShiftProblem.of(people, posts, current, PenaltyTable::need);
    }

    private record Placed(UUID id, UUID post, UUID person, String state, int metres, PlacementReason why) {}

    /** Stores the plan and says how many people are newly assigned in each street. */
    private Map<String, Integer> store(LocalDate day, ShiftProblem shift, PeoplePlan plan) {
        Map<UUID, UUID> before = new HashMap<>();
        assignments(day, "").forEach(assignment -> before.put(assignment.personId(), assignment.postId()));
        PlanExplainer explainer = new PlanExplainer(shift.problem(), plan);
        List<Placed> placed = new ArrayList<>();
        List<UUID> released = new ArrayList<>();
        Map<String, Integer> byStreet = new TreeMap<>();
        for (int person = 0; person < shift.people().size(); person++) {
            Person someone = shift.people().get(person);
            UUID old = before.get(someone.id());
            int post = plan.postOf(person);
            UUID here = post == PeopleProblem.NO_POST
                    ? null
                    : shift.posts().get(post).id();
            if (java.util.Objects.equals(old, here)) {
                continue;
            }
            if (old != null) {
                released.add(someone.id());
            }
            if (here != null) {
                placed.add(placed(day, shift, explainer, person, post));
                byStreet.merge(shift.posts().get(post).areaPath().substring(0, 9), 1, Integer::sum);
            }
        }
        jdbc.sql("delete from assignment where shift_day = ? and person_id = any(?)")
                .params(day, released.toArray(UUID[]::new))
                .update();
        insert(day, placed);
        return byStreet;
    }

    private Placed placed(LocalDate day, ShiftProblem shift, PlanExplainer explainer, int person, int post) {
        Person someone = shift.people().get(person);
        return new Placed(
                ids.of("assignment", day, someone.id(), shift.posts().get(post).id()),
                shift.posts().get(post).id(),
                someone.id(),
                someone.kind() == Person.Kind.POSTED ? "CONFIRMED" : "INVITED",
                shift.metres(person, post),
                explainer.findReason(person).orElseThrow());
    }

    private void insert(LocalDate day, List<Placed> placed) {
        jdbc.sql("insert into assignment (id, shift_day, post_id, person_id, state, metres, rank, eligible,"
                        + " nearer_elsewhere, assigned_at) select a.id, :day, a.post, a.person, a.state, a.metres, a.rank,"
                        + " a.eligible, a.elsewhere, :now from unnest(cast(:ids as uuid[]), cast(:posts as uuid[]),"
                        + " cast(:people as uuid[]), cast(:states as text[]), cast(:metres as integer[]),"
                        + " cast(:ranks as integer[]), cast(:eligible as integer[]), cast(:elsewhere as integer[]))"
                        + " as a(id, post, person, state, metres, rank, eligible, elsewhere)")
                .param("day", day)
                .param("now", now())
                .param("ids", placed.stream().map(Placed::id).toArray(UUID[]::new))
                .param("posts", placed.stream().map(Placed::post).toArray(UUID[]::new))
                .param("people", placed.stream().map(Placed::person).toArray(UUID[]::new))
                .param("states", placed.stream().map(Placed::state).toArray(String[]::new))
                .param("metres", placed.stream().map(Placed::metres).toArray(Integer[]::new))
                .param("ranks", placed.stream().map(p -> p.why().rank()).toArray(Integer[]::new))
                .param("eligible", placed.stream().map(p -> p.why().eligible()).toArray(Integer[]::new))
                .param("elsewhere", placed.stream().map(p -> elsewhere(p.why())).toArray(Integer[]::new))
                .update();
    }

    private static int elsewhere(PlacementReason why) {
        return (int) why.cheaper().stream()
                .filter(cheaper -> cheaper.placedAt() != PeopleProblem.NO_POST)
                .count();
    }

    private static Map<UUID, List<Reason>> whyEmpty(ShiftProblem shift, PeoplePlan plan) {
        PlanExplainer explainer = new PlanExplainer(shift.problem(), plan);
        Map<UUID, List<Reason>> why = new HashMap<>();
        for (int post = 0; post < shift.posts().size(); post++) {
            UUID id = shift.posts().get(post).id();
            explainer.findEmptyPlaces(post).ifPresent(empty -> why.put(id, List.of(reason(empty))));
        }
        return why;
    }

    private static Reason reason(EmptyPlaces empty) {
        return Reason.of("gap." + empty.reason().name(), empty.eligible(), empty.placedElsewhere(), empty.placedHere());
    }

    private void announce(Actor actor, LocalDate day, int run, String street, int people) {
        UUID cause = jdbc.sql("select caused_by from street_coverage where street_path = ?")
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

    /** Plans and answers of one shift wait for each other, so that no plan asks someone who has just declined. */
    private void oneAtATime(LocalDate day) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('shift'), cast(? as date) - date '2000-01-01')")
                .param(day)
                .query((row, number) -> true)
                .single();
    }

    @Override
    @Transactional
    public Outcome<Integer> answer(Actor actor, LocalDate day, Map<UUID, Boolean> comes) {
        if (actor.role() != Role.DUTY_OFFICER
                && actor.role() != Role.COMMUNITY_WORKER
                && actor.role() != Role.STREET_WORKER) {
            return Outcome.refused("I-003", actor.role());
        }
        oneAtATime(day);
        UUID[] wished = chosen(comes, true);
        UUID[] yes = safety.cleared(wished);
        UUID[] no = chosen(comes, false);
        int confirmed = jdbc.sql("update assignment a set state = 'CONFIRMED' from duty_post p where p.id = a.post_id"
                        + " and a.shift_day = :day and a.id = any(:ids) and a.state = 'INVITED'"
                        + " and p.area_path >= :territory and p.area_path < :territory || '~'")
                .param("day", day)
                .param("ids", yes)
                .param("territory", actor.territory())
                .update();
        int withdrawn = withdraw(actor, day, no);
        gaps.refresh(actor.login(), day, Map.of());
        if (confirmed + withdrawn == 0 && !comes.isEmpty()) {
            return new Outcome.Refused<>(safety.heldBack(wished).orElse(Refusal.of("D-003")));
        }
        audit.record(actor, "shift.answers", day.toString(), Map.of("answers", confirmed + withdrawn));
        return Outcome.accepted(confirmed + withdrawn);
    }

    @Override
    @Transactional
    public Outcome<Integer> unavailable(Actor actor, LocalDate day, Collection<UUID> people) {
        if (actor.role() != Role.DUTY_OFFICER
                || !actor.covers(organisation.district().path())) {
            return Outcome.refused("I-003", actor.role());
        }
        return Outcome.accepted(jdbc.sql("insert into shift_unavailable (shift_day, person_id)"
                        + " select :day, unnest(cast(:people as uuid[])) on conflict do nothing")
                .param("day", day)
                .param("people", people.toArray(UUID[]::new))
                .update());
    }

    /** Offers not taken become one count of the post; the person is simply not available for that shift. */
    private int withdraw(Actor actor, LocalDate day, UUID[] assignments) {
        List<UUID> posts = jdbc.sql("with gone as (delete from assignment a using duty_post p where p.id = a.post_id"
                        + " and a.shift_day = :day and a.id = any(:ids)"
                        + " and p.area_path >= :territory and p.area_path < :territory || '~'"
                        + " returning a.person_id, a.post_id),"
                        + " away as (insert into shift_unavailable (shift_day, person_id) select :day, person_id from gone"
                        + " on conflict do nothing)"
                        + " select post_id from gone")
                .param("day", day)
                .param("ids", assignments)
                .param("territory", actor.territory())
                .query(UUID.class)
                .list();
        Map<UUID, Long> perPost = posts.stream().collect(Collectors.groupingBy(post -> post, Collectors.counting()));
        perPost.forEach((post, count) -> jdbc.sql("update shift_post set offers_not_taken = offers_not_taken + ?"
                        + " where shift_day = ? and post_id = ?")
                .params(count.intValue(), day, post)
                .update());
        return posts.size();
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
                        + " (select count(*)::int from coverage_gap g where g.closed_at is null"
                        + " and g.area_path >= :territory and g.area_path < :territory || '~') as gaps"
                        + " from shift_post s join duty_post p on p.id = s.post_id where s.shift_day = :day"
                        + " and s.area_path >= :territory and s.area_path < :territory || '~'")
                .param("day", day)
                .param("territory", territory)
                .query(Coverage.class)
                .single();
    }

    @Override
    public Optional<ShiftPlan> latest(LocalDate day) {
        return jdbc.sql("select shift_day as day, run, (select count(*)::int from assignment a"
                        + " where a.shift_day = s.shift_day) as newly_assigned, (select count(*)::int from coverage_gap g"
                        + " where g.closed_at is null) as gaps, total_cost, pairs"
                        + " from shift_plan s where shift_day = ? order by run desc limit 1")
                .param(day)
                .query(ShiftPlan.class)
                .optional();
    }

    @Override
    @Transactional
    public Optional<Explanation> explain(LocalDate day, UUID post, String territory, int limit) {
        Optional<DutyPost> found = organisation.findPost(post);
        if (found.isEmpty() || !found.get().areaPath().startsWith(territory)) {
            return Optional.empty();
        }
        ShiftProblem shift = problem(day);
        List<UUID> order = shift.posts().stream().map(DutyPost::id).toList();
        int index = order.indexOf(post);
        if (index < 0) {
            return Optional.empty();
        }
        PeoplePlan plan = PeopleSolver.solve(shift.problem());
        PlanExplainer explainer = new PlanExplainer(shift.problem(), plan);
        Optional<EmptyPlaces> empty = explainer.findEmptyPlaces(index);
        List<Option> options = explainer.candidates(index, limit).stream()
                .map(candidate -> option(shift, index, candidate))
                .toList();
        return Optional.of(new Explanation(
                empty.map(EmptyPlaces::empty).orElse(0),
                empty.map(EmptyPlaces::eligible).orElse(options.size()),
                empty.map(EmptyPlaces::placedElsewhere).orElse(0),
                empty.map(e -> e.reason().name()).orElse("FILLED"),
                options));
    }

    private static Option option(ShiftProblem shift, int post, Candidate candidate) {
        Person person = shift.people().get(candidate.person());
        String placedAt = candidate.placedAt() == PeopleProblem.NO_POST
                ? ""
                : shift.posts().get(candidate.placedAt()).name();
        return new Option(
                person.name(),
                person.kind() == Person.Kind.VOLUNTEER,
                shift.metres(candidate.person(), post),
                placedAt,
                candidate.effect());
    }

    private Timestamp now() {
        return Timestamp.from(clock.now());
    }
}
