package org.tongxin.app.dispatch.duty;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.delegation.DelegableAct;
import org.tongxin.app.delegation.Delegation;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;

/**
 * Urgent calls for what cannot wait for a plan. Everyone near, free and prepared sees the call; the first to come are
 * taken, exactly as many as are wanted, and then it is closed. Silence is not stored, taking back leaves no mark, and
 * after the end only counts remain. Thread-safe: those who come at once wait for each other in the database.
 */
@Service
public class UrgentCalls {

    /** What a call can be for; each has a notice in the table. */
    public static final List<String> KINDS = List.of("MEDICINE", "CARRYING", "ENTRANCE_HELP", "ESCORT");

    /** Skills that can be asked for. */
    public static final List<String> SKILLS = List.of("NURSE", "DRIVER", "ELECTRICIAN", "SOCIAL_WORKER");

    private static final int LONGEST_TEXT = 60;
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ -]?\\d){6,}");

    private static final String SELECT = """
            select c.id, c.number, c.area_path, c.post_id, coalesce(p.name, r.name) as place_name,
                   coalesce(p.name_en, r.name_en) as place_name_en, c.kind, d.dangerous, c.what, c.skill, c.wanted,
                   c.radius_metres, c.reached, c.taken, c.opened_by, c.opened_at, c.ends_at, c.ended_at
            from urgent_call c join area r on r.path = c.area_path join duty_notice d on d.kind = c.kind
            left join duty_post p on p.id = c.post_id
            """;

    private static final Keyset NEWEST = new Keyset("urgent_call", "c", "@.opened_at desc", "@.number desc");

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;
    private final Organisation organisation;
    private final NearPeople near;
    private final Delegation delegation;

    UrgentCalls(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Audit audit,
            Organisation organisation,
            NearPeople near,
            Delegation delegation) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.organisation = organisation;
        this.near = near;
        this.delegation = delegation;
    }

    private record Place(String areaPath, double latitude, double longitude) {}

    /** Whether a post opens calls: the duty officer, and streets and communities to which a list gives it. */
    public boolean opens(Actor actor) {
        return actor.role() == Role.DUTY_OFFICER || delegation.gives(actor, DelegableAct.URGENT_CALL);
    }

    /**
     * Opens a call. Refused: I-003, what the delegation list does not allow, D-044 a number out of range, D-045 the text,
     * D-046 the place.
     */
    @Transactional
    public Outcome<UrgentCall> open(Actor officer, NewCall wish) {
        Optional<Refusal> notGiven = officer.role() == Role.DUTY_OFFICER
                ? Optional.empty()
                : delegation.refusal(officer, DelegableAct.URGENT_CALL, wish.wanted());
        if (notGiven.isPresent()) {
            return new Outcome.Refused<>(notGiven.get());
        }
        if (!inRange(wish)) {
            return Outcome.refused("D-044", wish.wanted(), wish.radiusMetres(), wish.minutes());
        }
        String what = wish.what().strip();
        if (what.isEmpty()
                || what.length() > LONGEST_TEXT
                || LONG_NUMBER.matcher(what).find()) {
            return Outcome.refused("D-045", LONGEST_TEXT);
        }
        Optional<Place> place = place(officer, wish);
        if (place.isEmpty()) {
            return Outcome.refused("D-046");
        }
        UUID id = store(officer, wish, what, place.get());
        jdbc.sql("update urgent_call set reached = ? where id = ?")
                .params(near.count(id), id)
                .update();
        UrgentCall opened = find(id).orElseThrow();
        audit.record(officer, "call.opened", "call:" + opened.number(), Map.of("kind", opened.kind()));
        delegation.used(officer, DelegableAct.URGENT_CALL, opened.wanted(), opened.number());
        return Outcome.accepted(opened);
    }

    private static boolean inRange(NewCall wish) {
        return between(wish.wanted(), 1, 50)
                && between(wish.radiusMetres(), 300, 3000)
                && between(wish.minutes(), 5, 120)
                && KINDS.contains(wish.kind())
                && (wish.skill() == null || SKILLS.contains(wish.skill()));
    }

    private static boolean between(int value, int least, int most) {
        return value >= least && value <= most;
    }

    private Optional<Place> place(Actor officer, NewCall wish) {
        if (wish.post() != null) {
            return organisation
                    .findPost(wish.post())
                    .filter(post -> officer.covers(post.areaPath()))
                    .map(UrgentCalls::place);
        }
        return organisation
                .findArea(wish.areaPath())
                .filter(area -> officer.covers(area.path()) && area.path().length() >= 9)
                .flatMap(UrgentCalls::place);
    }

    private static Place place(DutyPost post) {
        return new Place(post.areaPath(), post.latitude(), post.longitude());
    }

    private static Optional<Place> place(Area area) {
        Double latitude = area.latitude();
        Double longitude = area.longitude();
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new Place(area.path(), latitude, longitude));
    }

    /** Numbers of a day are given one at a time. */
    private UUID store(Actor officer, NewCall wish, String what, Place place) {
        LocalDate day = clock.today();
        lock("calls " + day);
        int earlier = jdbc.sql("select count(*)::int from urgent_call where number like ?")
                .param(prefix(day) + "%")
                .query(Integer.class)
                .single();
        String number = prefix(day) + (earlier + 1);
        UUID id = ids.of("urgentCall", number);
        Instant now = clock.now();
        jdbc.sql(
                        "insert into urgent_call (id, number, area_path, post_id, latitude, longitude, kind, what, skill, wanted,"
                                + " radius_metres, reached, opened_by, opened_at, ends_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)")
                .param(id)
                .param(number)
                .param(place.areaPath())
                .param(wish.post())
                .param(place.latitude())
                .param(place.longitude())
                .param(wish.kind())
                .param(what)
                .param(wish.skill())
                .param(wish.wanted())
                .param(wish.radiusMetres())
                .param(officer.login())
                .param(Timestamp.from(now))
                .param(Timestamp.from(now.plus(Duration.ofMinutes(wish.minutes()))))
                .update();
        return id;
    }

    private static String prefix(LocalDate day) {
        return "H-" + day.toString().replace("-", "") + '-';
    }

    private void lock(String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param(what)
                .query((row, number) -> true)
                .single();
    }

    private Optional<UrgentCall> find(UUID id) {
        return jdbc.sql(SELECT + " where c.id = ?")
                .param(id)
                .query(UrgentCall.class)
                .optional();
    }

    /** A call of the officer's territory; streets and communities have only those that they opened themselves. */
    public Optional<UrgentCall> find(Actor officer, UUID id) {
        return find(id).filter(call ->
                officer.covers(call.areaPath()) && (officer.role() == Role.DUTY_OFFICER || opensOwn(officer, call)));
    }

    private boolean opensOwn(Actor actor, UrgentCall call) {
        return opens(actor) && call.openedBy().equals(actor.login());
    }

    /** A page of {@link #list}. */
    public Paged<UrgentCall> page(Actor officer, @Nullable Seen after) {
        if (!opens(officer)) {
            return new Paged<>(List.of(), null, true);
        }
        return NEWEST.read(
                jdbc,
                SELECT + " where starts_with(c.area_path, :territory) and (:all or c.opened_by = :login) and",
                Map.of(
                        "territory",
                        officer.territory(),
                        "all",
                        officer.role() == Role.DUTY_OFFICER,
                        "login",
                        officer.login()),
                UrgentCall.class,
                after,
                Paged.SIZE,
                UrgentCall::id);
    }

    /** How many of them run. */
    public int running(Actor officer) {
        return !opens(officer)
                ? 0
                : jdbc.sql("select count(*)::int from urgent_call c where starts_with(c.area_path, ?)"
                                + " and (? or c.opened_by = ?) and c.ended_at is null and c.ends_at > ?")
                        .params(
                                officer.territory(),
                                officer.role() == Role.DUTY_OFFICER,
                                officer.login(),
                                Timestamp.from(clock.now()))
                        .query(Integer.class)
                        .single();
    }

    /** How many calls run in the district, whoever opened them; those who may not open calls learn this number alone. */
    public int runningInAll() {
        return jdbc.sql("select count(*)::int from urgent_call where ended_at is null and ends_at > ?")
                .param(Timestamp.from(clock.now()))
                .query(Integer.class)
                .single();
    }

    /** Calls of the officer's territory, newest first; of streets and communities their own. */
    public List<UrgentCall> list(Actor officer, int limit) {
        if (!opens(officer)) {
            return List.of();
        }
        return jdbc.sql(SELECT + " where starts_with(c.area_path, ?) and (? or c.opened_by = ?)"
                        + " order by c.opened_at desc, c.number desc limit ?")
                .params(officer.territory(), officer.role() == Role.DUTY_OFFICER, officer.login(), limit)
                .query(UrgentCall.class)
                .list();
    }

    /** Names of those who come, in the order in which they said so; empty after the end. */
    public List<String> takers(Actor officer, UUID id) {
        if (find(officer, id).filter(call -> !call.ended(clock.now())).isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select n.name from call_taker k join person n on n.id = k.person_id where k.call_id = ?"
                        + " order by k.taken_at, n.id")
                .param(id)
                .query(String.class)
                .list();
    }

    /** Ends a call before its time. Refused: I-003, D-048. */
    @Transactional
    public Outcome<UUID> end(Actor officer, UUID id) {
        Optional<UrgentCall> call = find(officer, id);
        if (call.isEmpty()) {
            return Outcome.refused("I-003");
        }
        int ended = jdbc.sql("update urgent_call set ended_at = ? where id = ? and ended_at is null and ends_at > ?")
                .params(now(), id, now())
                .update();
        if (ended == 0) {
            return Outcome.refused("D-048");
        }
        forgetTakers();
        audit.record(
                officer,
                "call.ended",
                "call:" + call.get().number(),
                Map.of("taken", call.get().taken()));
        return Outcome.accepted(id);
    }

    /** A call as somebody near sees it. @param mine whether this person comes */
    public record Near(UrgentCall call, boolean mine) {}

    private record Known(UUID id, boolean mine) {}

    /** The running calls that this person is near, free and prepared for, or has taken, most urgent first. */
    public List<Near> forPerson(UUID person) {
        return near
                .asked("select c.id, exists (select from call_taker k where k.call_id = c.id and k.person_id = n.id)"
                        + " as mine from person n join area h on h.path = n.home_path, urgent_call c"
                        + " where n.id = :person and c.ended_at is null and c.ends_at > :now and ("
                        + " exists (select from call_taker k where k.call_id = c.id and k.person_id = n.id) or "
                        + NearPeople.FITS + ") order by c.ends_at, c.number")
                .param("person", person)
                .query(Known.class)
                .list()
                .stream()
                .map(known -> new Near(find(known.id()).orElseThrow(), known.mine()))
                .toList();
    }

    /**
     * This person comes. Saying so again changes nothing. Refused: D-030, D-042, D-043, D-048.
     *
     * @param riskRead whether the person says to have read the risk notice
     */
    @Transactional
    public Outcome<UUID> take(UUID person, UUID id, boolean riskRead) {
        lock("person " + person);
        Optional<UrgentCall> locked = lockCall(id);
        if (locked.isEmpty() || locked.get().ended(clock.now())) {
            return Outcome.refused("D-048");
        }
        UrgentCall call = locked.get();
        if (comes(person, id)) {
            return Outcome.accepted(id);
        }
        if (call.full()) {
            return Outcome.refused("D-042");
        }
        if (!near.reaches(id, person)) {
            return Outcome.refused("D-043");
        }
        if (call.dangerous() && !riskRead) {
            return Outcome.refused("D-030");
        }
        jdbc.sql("insert into call_taker (call_id, person_id, taken_at) values (?, ?, ?)")
                .params(id, person, now())
                .update();
        count(id, 1);
        return Outcome.accepted(id);
    }

    /** This person does not come after all; nothing remembers it. Refused: D-048. */
    @Transactional
    public Outcome<UUID> giveBack(UUID person, UUID id) {
        Optional<UrgentCall> locked = lockCall(id);
        if (locked.isEmpty() || locked.get().ended(clock.now())) {
            return Outcome.refused("D-048");
        }
        int gone = jdbc.sql("delete from call_taker where call_id = ? and person_id = ?")
                .params(id, person)
                .update();
        count(id, -gone);
        return Outcome.accepted(id);
    }

    private Optional<UrgentCall> lockCall(UUID id) {
        return jdbc.sql("select id from urgent_call where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    private boolean comes(UUID person, UUID id) {
        return jdbc.sql("select exists (select from call_taker where call_id = ? and person_id = ?)")
                .params(id, person)
                .query(Boolean.class)
                .single();
    }

    private void count(UUID id, int change) {
        jdbc.sql("update urgent_call set taken = taken + ? where id = ?")
                .params(change, id)
                .update();
    }

    /** Ends what has run out, and forgets who came. */
    @Transactional(propagation = Propagation.MANDATORY)
    void endDue() {
        jdbc.sql("update urgent_call set ended_at = ends_at where ended_at is null and ends_at <= ?")
                .param(now())
                .update();
        forgetTakers();
    }

    private void forgetTakers() {
        jdbc.sql("delete from call_taker k using urgent_call c where c.id = k.call_id and c.ended_at is not null")
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.now());
    }
}
