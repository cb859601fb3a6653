package org.tongxin.app.dispatch.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;

/** Who is assigned where on a day. */
@Component
class AssignmentStore {

    private static final int MANY = 300;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;

    AssignmentStore(JdbcClient jdbc, DistrictClock clock, Ids ids) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
    }

    /** From now on these posts have to be staffed that day. Only a plan does this; looking at one never does. */
    void enrol(LocalDate day, List<DutyPost> posts) {
        jdbc.sql("insert into shift_post (shift_day, post_id, area_path)"
                        + " select :day, p.id, p.path from unnest(cast(:ids as uuid[]), cast(:paths as text[])) as p(id, path)"
                        + " on conflict do nothing")
                .param("day", day)
                .param("ids", posts.stream().map(DutyPost::id).toArray(UUID[]::new))
                .param("paths", posts.stream().map(DutyPost::areaPath).toArray(String[]::new))
                .update();
    }

    /**
     * Stores what a plan changes: who goes elsewhere is asked again, who stays is left alone.
     *
     * @param before post by person, as stored
     * @return how many people are newly assigned in each street
     */
    Map<String, Integer> change(LocalDate day, Map<UUID, UUID> before, ShiftView view) {
        Map<UUID, UUID> after = view.postOfPerson();
        UUID[] released = before.entrySet().stream()
                .filter(told -> !Objects.equals(told.getValue(), after.get(told.getKey())))
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
        jdbc.sql("delete from assignment where shift_day = ? and person_id = any(?)")
                .params(day, released)
                .update();
        List<ShiftView.Placement> placements = view.newPlacements(before);
        insert(day, placements);
        if (placements.size() > MANY) {
            // The planner of queries must know of a whole new shift before it has been looked at in the background.
            jdbc.sql("analyze shift_post, assignment").update();
        }
        Map<String, Integer> byStreet = new TreeMap<>();
        placements.forEach(each -> byStreet.merge(each.post().areaPath().substring(0, 9), 1, Integer::sum));
        return byStreet;
    }

    private void insert(LocalDate day, List<ShiftView.Placement> placed) {
        jdbc.sql("insert into assignment (id, shift_day, post_id, person_id, state, metres, rank, eligible,"
                        + " nearer_elsewhere, assigned_at) select a.id, :day, a.post, a.person, a.state, a.metres, a.rank,"
                        + " a.eligible, a.elsewhere, :now from unnest(cast(:ids as uuid[]), cast(:posts as uuid[]),"
                        + " cast(:people as uuid[]), cast(:states as text[]), cast(:metres as integer[]),"
                        + " cast(:ranks as integer[]), cast(:eligible as integer[]), cast(:elsewhere as integer[]))"
                        + " as a(id, post, person, state, metres, rank, eligible, elsewhere)")
                .param("day", day)
                .param("now", Timestamp.from(clock.now()))
                .param("ids", placed.stream().map(each -> id(day, each)).toArray(UUID[]::new))
                .param("posts", placed.stream().map(each -> each.post().id()).toArray(UUID[]::new))
                .param("people", placed.stream().map(each -> each.person().id()).toArray(UUID[]::new))
                .param("states", placed.stream().map(AssignmentStore::state).toArray(String[]::new))
                .param(
                        "metres",
                        placed.stream().map(ShiftView.Placement::metres).toArray(Integer[]::new))
                .param("ranks", placed.stream().map(ShiftView.Placement::rank).toArray(Integer[]::new))
                .param(
                        "eligible",
                        placed.stream().map(ShiftView.Placement::eligible).toArray(Integer[]::new))
                .param(
                        "elsewhere",
                        placed.stream()
                                .map(ShiftView.Placement::nearerElsewhere)
                                .toArray(Integer[]::new))
                .update();
    }

    /** Asks more people than there were. */
    void add(LocalDate day, List<ShiftView.Placement> placed) {
        insert(day, placed);
    }

    private UUID id(LocalDate day, ShiftView.Placement placed) {
        return ids.of("assignment", day, placed.person().id(), placed.post().id());
    }

    /** Staff come because their unit named them; a volunteer is asked. */
    private static String state(ShiftView.Placement placed) {
        return placed.person().kind() == Person.Kind.POSTED ? "CONFIRMED" : "INVITED";
    }

    /** Somebody who answers for a shift. @param came whether they have been at the post in this shift */
    record Answering(UUID assignment, UUID person, boolean came) {}

    /** Those of these assignments that there are in a territory. */
    List<Answering> answering(LocalDate day, String territory, UUID[] assignments) {
        return jdbc.sql("select a.id as assignment, a.person_id as person, exists (select 1 from attendance t"
                        + " where t.shift_day = a.shift_day and t.person_id = a.person_id) as came"
                        + " from assignment a join duty_post p on p.id = a.post_id"
                        + " where a.shift_day = :day and a.id = any(:ids)"
                        + " and p.area_path >= :territory and p.area_path < :territory || '~' order by a.id")
                .param("day", day)
                .param("ids", assignments)
                .param("territory", territory)
                .query(Answering.class)
                .list();
    }

    /** Those of these people who have been at no post that day. */
    List<UUID> notCome(LocalDate day, Collection<UUID> people) {
        return jdbc.sql("select p.id from unnest(cast(:people as uuid[])) as p(id) where not exists (select 1"
                        + " from attendance t where t.shift_day = :day and t.person_id = p.id) order by p.id")
                .param("day", day)
                .param("people", people.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Those of these people who have a post that day. */
    List<UUID> assigned(LocalDate day, Collection<UUID> people) {
        return jdbc.sql(
                        "select person_id from assignment where shift_day = ? and person_id = any(?) order by person_id")
                .params(day, people.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Takes back assignments of a territory; who had them is not free that day. @return post by person */
    Map<UUID, UUID> withdraw(LocalDate day, String territory, UUID[] assignments) {
        Map<UUID, UUID> gone = new TreeMap<>();
        jdbc.sql("with gone as (delete from assignment a using duty_post p where p.id = a.post_id"
                        + " and a.shift_day = :day and a.id = any(:ids)"
                        + " and p.area_path >= :territory and p.area_path < :territory || '~'"
                        + " returning a.person_id, a.post_id),"
                        + " away as (insert into shift_unavailable (shift_day, person_id) select :day, person_id from gone"
                        + " on conflict do nothing)"
                        + " select person_id, post_id from gone")
                .param("day", day)
                .param("ids", assignments)
                .param("territory", territory)
                .query((row, number) -> gone.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
        return gone;
    }

    /** Volunteers' confirmations. */
    int confirm(LocalDate day, String territory, UUID[] assignments) {
        return jdbc.sql("update assignment a set state = 'CONFIRMED' from duty_post p where p.id = a.post_id"
                        + " and a.shift_day = :day and a.id = any(:ids) and a.state = 'INVITED'"
                        + " and p.area_path >= :territory and p.area_path < :territory || '~'")
                .param("day", day)
                .param("ids", assignments)
                .param("territory", territory)
                .update();
    }
}
