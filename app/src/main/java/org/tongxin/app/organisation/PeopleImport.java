package org.tongxin.app.organisation;

import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.imports.ImportKind;
import org.tongxin.app.imports.ImportRow;
import org.tongxin.app.imports.Verdict;
import org.tongxin.app.organisation.Registry.NewPerson;
import org.tongxin.app.platform.DistrictClock;

/**
 * A list of people who can be sent to a post: staff named by their unit, and volunteers. A person is known by the number under
 * which the unit, or the volunteers' association, lists them; a row of a known person corrects what is stored.
 */
@Component
class PeopleImport implements ImportKind {

    /** Suggested value: as many people as a large district lists. */
    private static final int MOST = 150_000;

    private static final Set<Role> TAKERS = Set.of(Role.DUTY_OFFICER, Role.STREET_WORKER, Role.COMMUNITY_WORKER);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final PersonRow reader;
    private final DistrictClock clock;

    PeopleImport(JdbcClient jdbc, JdbcTemplate batches, PersonRow reader, DistrictClock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.batches = batches;
        this.reader = reader;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public List<String> columns() {
        return List.of("number", "name", "unit", "home", "skill", "trained", "insured", "from", "to");
    }

    @Override
    public Set<String> needed() {
        return Set.of("number", "name", "home");
    }

    @Override
    public Set<String> places() {
        return Set.of("home");
    }

    @Override
    public int mostRows() {
        return MOST;
    }

    @Override
    public boolean mayImport(Actor actor) {
        return TAKERS.contains(actor.role());
    }

    @Override
    public List<Verdict> check(Actor actor, List<ImportRow> rows) {
        Map<String, UUID> units = units();
        Set<String> communities = communities(actor, rows);
        List<Read> read =
                rows.stream().map(row -> read(row, units, communities)).toList();
        Map<UUID, NewPerson> known = known(read);
        return read.stream().map(each -> each.verdict(actor, known)).toList();
    }

    /** A row, read: a person, or why not. */
    private record Read(
            @Nullable NewPerson person, @Nullable Verdict rejected, String number) {

        Verdict verdict(Actor actor, Map<UUID, NewPerson> known) {
            if (person == null) {
                return Objects.requireNonNull(rejected);
            }
            NewPerson stored = known.get(person.id());
            if (stored == null) {
                return new Verdict.Fits(person.id(), Verdict.Change.ADDED);
            }
            if (!actor.covers(stored.homePath())) {
                return Verdict.rejected("number", "B-027", number);
            }
            Verdict.Change change = stored.equals(person) ? Verdict.Change.SAME : Verdict.Change.CHANGED;
            return new Verdict.Fits(person.id(), change);
        }
    }

    private Read read(ImportRow row, Map<String, UUID> units, Set<String> communities) {
        return reader.problem(row, units, communities)
                .map(why -> new Read(null, why, row.cell("number")))
                .orElseGet(() -> new Read(reader.person(row, units), null, row.cell("number")));
    }

    private Map<String, UUID> units() {
        Map<String, UUID> units = new HashMap<>();
        jdbc.sql("select id, name, name_en from member_unit order by id desc").query(row -> {
            units.put(row.getString("name_en"), row.getObject("id", UUID.class));
            units.put(row.getString("name"), row.getObject("id", UUID.class));
        });
        return units;
    }

    /** Of the homes that the rows name, those that are communities of the actor's territory. */
    private Set<String> communities(Actor actor, List<ImportRow> rows) {
        return Set.copyOf(jdbc
                .sql("select path from area where level = 'COMMUNITY' and tasked and path in (:paths)")
                .param("paths", rows.stream().map(row -> row.cell("home")).collect(Collectors.toSet()))
                .query(String.class)
                .list()
                .stream()
                .filter(actor::covers)
                .toList());
    }

    private Map<UUID, NewPerson> known(List<Read> rows) {
        Set<UUID> sought = rows.stream()
                .map(Read::person)
                .filter(Objects::nonNull)
                .map(NewPerson::id)
                .collect(Collectors.toSet());
        if (sought.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, name, kind, unit_id as unit, home_path, skill, trained, insured, free_from, free_to"
                        + " from person where id in (:ids)")
                .param("ids", sought)
                .query(NewPerson.class)
                .list()
                .stream()
                .collect(Collectors.toMap(NewPerson::id, person -> person));
    }

    @Override
    public void apply(Actor actor, List<ImportRow> rows) {
        Map<String, UUID> units = units();
        List<NewPerson> people =
                rows.stream().map(row -> reader.person(row, units)).toList();
        Timestamp now = Timestamp.from(clock.now());
        batches.batchUpdate(
                "insert into person (id, name, kind, unit_id, home_path, skill, trained, insured, free_from, free_to,"
                        + " named_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set name = excluded.name,"
                        + " home_path = excluded.home_path, skill = excluded.skill, trained = excluded.trained,"
                        + " insured = excluded.insured, free_from = excluded.free_from, free_to = excluded.free_to,"
                        + " named_at = excluded.named_at",
                people,
                people.size(),
                (statement, person) -> {
                    statement.setObject(1, person.id());
                    statement.setString(2, person.name());
                    statement.setString(3, person.kind().name());
                    statement.setObject(4, person.unit(), Types.OTHER);
                    statement.setString(5, person.homePath());
                    statement.setString(6, person.skill());
                    statement.setBoolean(7, person.trained());
                    statement.setBoolean(8, person.insured());
                    statement.setTime(9, time(person.freeFrom()));
                    statement.setTime(10, time(person.freeTo()));
                    statement.setTimestamp(11, now);
                });
    }

    private static @Nullable Time time(@Nullable LocalTime time) {
        return time == null ? null : Time.valueOf(time);
    }
}
