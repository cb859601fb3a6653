package org.tongxin.app.organisation.internal;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.IdentitySettings;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Edition;
import org.tongxin.app.organisation.EditionChange;
import org.tongxin.app.organisation.EditionChange.Kind;
import org.tongxin.app.organisation.Editions;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.PlacesChanged;
import org.tongxin.app.organisation.UnitName;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;

@Service
class KeptEditions implements Editions {

    private static final int LONGEST_TITLE = 60;
    private static final String COLUMNS =
            "id, number, title, as_of, units, state, uploaded_by, uploaded_at, decided_by, decided_at, version";
    private static final String CHANGE =
            "id, kind, area_id as area, code, name, name_en, former, goes_on from edition_change";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final EditionApplication application;
    private final Announcer announcer;
    private final Audit audit;
    private final DistrictClock clock;
    private final Ids ids;
    private final String settled;

    KeptEditions(
            JdbcClient jdbc,
            Organisation organisation,
            EditionApplication application,
            Announcer announcer,
            Audit audit,
            DistrictClock clock,
            Ids ids,
            IdentitySettings settings) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.application = application;
        this.announcer = announcer;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
        this.settled = settings.district();
    }

    @Override
    public boolean keeps(Actor actor) {
        return actor.role() == Role.ADMINISTRATOR && actor.covers(code());
    }

    /** Of the district that stands; before the first list is taken in, of the one that the settings name. */
    private String code() {
        return organisation.findDistrict().map(Area::path).orElse(settled);
    }

    @Override
    public List<Edition> list() {
        return jdbc.sql("select " + COLUMNS + " from edition order by uploaded_at desc, number desc")
                .query(Edition.class)
                .list();
    }

    @Override
    public Optional<Edition> find(String number) {
        return jdbc.sql("select " + COLUMNS + " from edition where number = ?")
                .param(number)
                .query(Edition.class)
                .optional();
    }

    @Override
    public List<EditionChange> changes(Edition edition) {
        return jdbc.sql("select " + CHANGE + " where edition_id = ? order by code")
                .param(edition.id())
                .query(EditionChange.class)
                .list();
    }

    @Override
    public Map<UUID, Integer> standing(List<EditionChange> changes) {
        return changes.stream()
                .filter(change -> change.kind() == Kind.ENDED)
                .collect(Collectors.toMap(EditionChange::id, change -> application.standing(change.code())));
    }

    @Override
    @Transactional
    public Outcome<String> upload(Actor actor, String title, LocalDate asOf, byte[] file) {
        if (!keeps(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            return Outcome.refused("U-010", title.length(), LONGEST_TITLE);
        }
        Optional<Edition> open = list().stream()
                .filter(edition -> edition.state() == Edition.State.PROPOSED)
                .findFirst();
        if (open.isPresent()) {
            return Outcome.refused("U-005", open.get().number());
        }
        Outcome<List<UnitName>> read = EditionFile.read(file, code());
        return read instanceof Outcome.Accepted<List<UnitName>> accepted
                ? compare(actor, title.strip(), asOf, accepted.value())
                : read.map(units -> "");
    }

    private Outcome<String> compare(Actor actor, String title, LocalDate asOf, List<UnitName> after) {
        List<UnitName> before = present();
        if (after.size() * 2 < before.size()) {
            return Outcome.refused("U-004", after.size(), before.size());
        }
        List<EditionComparison.Difference> differences = EditionComparison.compare(before, after);
        return differences.isEmpty()
                ? Outcome.refused("U-011", after.size())
                : Outcome.accepted(insert(actor, title, asOf, after.size(), differences));
    }

    /** The units that stand, of the rings that an edition lists. */
    private List<UnitName> present() {
        return jdbc.sql("select path as code, name, name_en from area"
                        + " where level in ('DISTRICT', 'STREET', 'COMMUNITY') and ended_on is null order by path")
                .query(UnitName.class)
                .list();
    }

    private String insert(
            Actor actor, String title, LocalDate asOf, int units, List<EditionComparison.Difference> differences) {
        String number = "QH-"
                + jdbc.sql("select nextval('edition_number')").query(Long.class).single();
        UUID id = ids.of("edition", number);
        jdbc.sql("insert into edition (id, number, title, as_of, units, uploaded_by, uploaded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, number, title, Date.valueOf(asOf), units, actor.login(), Timestamp.from(clock.now()))
                .update();
        differences.forEach(difference -> insert(id, difference));
        audit.record(actor, "edition.uploaded", number, Map.of("title", title, "changes", differences.size()));
        return number;
    }

    private void insert(UUID edition, EditionComparison.Difference difference) {
        UnitName unit = difference.unit();
        jdbc.sql("insert into edition_change (id, edition_id, kind, area_id, code, name, name_en, former, goes_on)"
                        + " select :id, :edition, :kind, (select a.id from area a where a.path = :code and :kind <> 'ADDED'),"
                        + " :code, :name, :nameEn, :former, :goesOn")
                .param("id", ids.of("editionChange", edition, unit.code()))
                .param("edition", edition)
                .param("kind", difference.kind().name())
                .param("code", unit.code())
                .param("name", unit.name())
                .param("nameEn", unit.nameEn().isEmpty() ? unit.name() : unit.nameEn())
                .param("former", difference.former())
                .param("goesOn", difference.goesOn().orElse(null))
                .update();
    }

    @Override
    @Transactional
    public Outcome<String> decide(Actor actor, Edition edition, Map<UUID, String> goesOn, int version) {
        Optional<Refusal> refusal = mayChange(actor, edition, version);
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        List<EditionChange> changes = changes(edition);
        Set<String> taken = new HashSet<>();
        for (EditionChange change : changes) {
            String code = goesOn.getOrDefault(change.id(), "").strip();
            if (change.kind() == Kind.ENDED && !code.isEmpty() && !mayGoOn(change, code, changes, taken)) {
                return Outcome.refused("U-007", change.name(), code);
            }
        }
        goesOn.forEach((change, code) -> jdbc.sql(
                        "update edition_change set goes_on = ? where id = ? and edition_id = ? and kind = 'ENDED'")
                .params(code.strip(), change, edition.id())
                .update());
        advance(edition);
        audit.record(actor, "edition.decided", edition.number(), Map.of("units", goesOn.size()));
        return Outcome.accepted(edition.number());
    }

    /** An added unit goes on with one only; a unit that stands may take in several, of its own ring. */
    private boolean mayGoOn(EditionChange change, String code, List<EditionChange> changes, Set<String> taken) {
        if (code.length() != change.code().length()) {
            return false;
        }
        Optional<EditionChange> named =
                changes.stream().filter(other -> other.code().equals(code)).findFirst();
        if (named.isPresent()) {
            return switch (named.get().kind()) {
                case ADDED -> taken.add(code);
                case RENAMED -> true;
                case ENDED -> false;
            };
        }
        return jdbc.sql("select count(*) from area where path = ? and ended_on is null")
                        .param(code)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Override
    @Transactional
    public Outcome<String> apply(Actor actor, Edition edition, int version) {
        Optional<Refusal> refusal = mayChange(actor, edition, version);
        List<EditionChange> changes = changes(edition);
        refusal = refusal.or(() -> mayEnd(changes));
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        application.apply(edition, changes);
        close(actor, edition, Edition.State.APPLIED);
        audit.record(actor, "edition.applied", edition.number(), Map.of("changes", changes.size()));
        String district = organisation.district().path();
        announcer.announce(new PlacesChanged(
                announcer.facts(
                        PlacesChanged.class,
                        edition.number(),
                        district,
                        actor.login(),
                        null,
                        Reason.of("placesChanged", edition.title(), changes.size())),
                changes.size()));
        return Outcome.accepted(edition.number());
    }

    private Optional<Refusal> mayEnd(List<EditionChange> changes) {
        Set<String> added = changes.stream()
                .filter(change -> change.kind() == Kind.ADDED)
                .map(EditionChange::code)
                .collect(Collectors.toSet());
        List<EditionChange> ending = changes.stream()
                .filter(change -> change.kind() == Kind.ENDED && !added.contains(change.goesOn()))
                .toList();
        Map<UUID, Integer> standing = standing(ending);
        for (EditionChange change : ending) {
            String goesOn = change.goesOn();
            if (goesOn == null || goesOn.isEmpty() && standing.getOrDefault(change.id(), 0) > 0) {
                return Optional.of(Refusal.of("U-008", change.name(), standing.getOrDefault(change.id(), 0)));
            }
            int unfinished = application.unfinished(change.code());
            if (unfinished > 0) {
                return Optional.of(Refusal.of("U-009", change.name(), unfinished));
            }
        }
        return Optional.empty();
    }

    @Override
    @Transactional
    public Outcome<String> discard(Actor actor, Edition edition, int version) {
        Optional<Refusal> refusal = mayChange(actor, edition, version);
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        close(actor, edition, Edition.State.DISCARDED);
        audit.record(actor, "edition.discarded", edition.number(), Map.of());
        return Outcome.accepted(edition.number());
    }

    private void close(Actor actor, Edition edition, Edition.State state) {
        jdbc.sql("update edition set state = ?, decided_by = ?, decided_at = ? where id = ?")
                .params(state.name(), actor.login(), Timestamp.from(clock.now()), edition.id())
                .update();
        advance(edition);
    }

    /** Locks the edition, so that of two changes at once the second is refused. */
    private Optional<Refusal> mayChange(Actor actor, Edition edition, int version) {
        if (!keeps(actor)) {
            return Optional.of(Refusal.of("I-003", actor.role()));
        }
        boolean isCurrent = jdbc.sql("select version from edition where id = ? and state = 'PROPOSED' for update")
                .param(edition.id())
                .query(Integer.class)
                .optional()
                .filter(current -> current == version)
                .isPresent();
        return isCurrent ? Optional.empty() : Optional.of(Refusal.of("U-006", edition.number()));
    }

    private void advance(Edition edition) {
        jdbc.sql("update edition set version = version + 1 where id = ?")
                .param(edition.id())
                .update();
    }

    @Override
    public List<PastName> past(UUID unit) {
        return jdbc.sql(
                        "select code, name, name_en, until, edition from area_past where area_id = ? order by until desc")
                .param(unit)
                .query(PastName.class)
                .list();
    }

    @Override
    public Optional<Ending> ending(UUID unit) {
        return jdbc.sql("select a.ended_on as \"on\", s.path as successor, s.name, s.name_en"
                        + " from area a left join area s on s.id = a.successor_id"
                        + " where a.id = ? and a.ended_on is not null")
                .param(unit)
                .query(Ending.class)
                .optional();
    }

    @Override
    public Optional<Area> findByFormerCode(String code) {
        return jdbc.sql("select a.path from area_past p join area a on a.id = p.area_id"
                        + " where p.code = ? order by p.until desc limit 1")
                .param(code)
                .query(String.class)
                .optional()
                .flatMap(organisation::findArea);
    }
}
