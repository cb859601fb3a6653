package org.tongxin.app.organisation;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.imports.ImportKind;
import org.tongxin.app.imports.ImportRow;
import org.tongxin.app.imports.ImportWords;
import org.tongxin.app.imports.Verdict;
import org.tongxin.app.platform.Ids;

/**
 * A list of duty posts: where people stand a shift, and services given online. A row of a known place and name corrects how many
 * people the post asks for, its English name, skill, position and hours; its kind stays, since plans rest on it. The posts of
 * communities' own forces are not listed: they are opened when a community lacks people.
 */
@Component
class PostImport implements ImportKind {

    /** Suggested value: several posts of each compound of a large district. */
    private static final int MOST = 20_000;

    private static final String KIND = "imports.posts.kind.";
    private static final List<String> AT_A_PLACE =
            List.of("CHECKPOINT", "UNMANAGED_ENTRANCE", "SCREENING_SITE", "MEDICAL_TRANSPORT");
    private static final List<String> ONLINE = List.of("ONLINE_CONSULTATION", "ONLINE_COUNSELLING", "ONLINE_TUTORING");
    private static final List<String> KINDS =
            Stream.of(AT_A_PLACE, ONLINE).flatMap(List::stream).toList();
    private static final String SKILL = "imports.people.skill.";
    private static final List<String> SKILLS =
            List.of("NURSE", "DRIVER", "ELECTRICIAN", "SOCIAL_WORKER", "DOCTOR", "COUNSELLOR", "TEACHER");
    private static final Set<Role> TAKERS = Set.of(Role.DUTY_OFFICER, Role.STREET_WORKER);

    private final JdbcClient jdbc;
    private final Registry registry;
    private final ImportWords words;
    private final Ids ids;

    PostImport(JdbcClient jdbc, Registry registry, ImportWords words, Ids ids) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.words = words;
        this.ids = ids;
    }

    /** A post of one name at one place. */
    private record Key(String areaPath, String name) {}

    /** A place where posts may stand, with where its middle is known to be. */
    private record Place(
            String path,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "name",
                "english",
                "area",
                "kind",
                "places",
                "minimum",
                "skill",
                "latitude",
                "longitude",
                "starts",
                "ends");
    }

    @Override
    public Set<String> needed() {
        return Set.of("name", "area", "kind", "places", "minimum");
    }

    @Override
    public Set<String> places() {
        return Set.of("area");
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
        Map<Key, DutyPost> known = known(rows);
        Map<String, Place> places = places(actor, rows);
        return rows.stream().map(row -> check(row, known, places)).toList();
    }

    private Verdict check(ImportRow row, Map<Key, DutyPost> known, Map<String, Place> places) {
        Optional<Verdict> wrong = NamedRow.wrong(row, places.keySet())
                .or(() -> worded(row))
                .or(() -> counted(row))
                .or(() -> placed(row, places))
                .or(() -> timed(row));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        DutyPost post = post(row, known, places);
        DutyPost stored = known.get(key(row));
        if (stored == null) {
            return new Verdict.Fits(post.id(), Verdict.Change.ADDED);
        }
        if (!stored.kind().equals(post.kind())) {
            return Verdict.rejected("kind", "U-044", words.word(KIND + stored.kind()));
        }
        return new Verdict.Fits(stored.id(), stored.equals(post) ? Verdict.Change.SAME : Verdict.Change.CHANGED);
    }

    private Optional<Verdict> worded(ImportRow row) {
        if (words.find(row.cell("kind"), KIND, KINDS).isEmpty()) {
            return Optional.of(Verdict.rejected("kind", "B-021", words.all(KIND, KINDS)));
        }
        boolean fits = row.cell("skill").isEmpty()
                || words.find(row.cell("skill"), SKILL, SKILLS).isPresent();
        return fits ? Optional.empty() : Optional.of(Verdict.rejected("skill", "B-021", words.all(SKILL, SKILLS)));
    }

    private static Optional<Verdict> counted(ImportRow row) {
        if (!row.cell("places").matches("[1-9][0-9]{0,2}")) {
            return Optional.of(Verdict.rejected("places", "U-041", row.cell("places")));
        }
        boolean fits = row.cell("minimum").matches("[0-9]{1,3}")
                && Integer.parseInt(row.cell("minimum")) <= Integer.parseInt(row.cell("places"));
        return fits ? Optional.empty() : Optional.of(Verdict.rejected("minimum", "U-041", row.cell("minimum")));
    }

    private static Optional<Verdict> placed(ImportRow row, Map<String, Place> places) {
        for (String column : List.of("latitude", "longitude")) {
            if (!row.cell(column).matches("|-?[0-9]{1,3}(\\.[0-9]{1,9})?")) {
                return Optional.of(Verdict.rejected(column, "U-042", row.cell(column)));
            }
        }
        Place place = place(row, places);
        Double latitude = place.latitude();
        Double longitude = place.longitude();
        boolean known = latitude != null && longitude != null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        return known ? Optional.empty() : Optional.of(Verdict.rejected("latitude", "U-042", row.cell("latitude")));
    }

    /** Where the row says, else in the middle of its area. */
    private static Place place(ImportRow row, Map<String, Place> places) {
        Place area = places.getOrDefault(row.cell("area"), new Place(row.cell("area"), null, null));
        String latitude = row.cell("latitude");
        String longitude = row.cell("longitude");
        return latitude.isEmpty() && longitude.isEmpty()
                ? area
                : new Place(area.path(), number(latitude), number(longitude));
    }

    private static @Nullable Double number(String text) {
        return text.isEmpty() ? null : Double.valueOf(text);
    }

    private static Optional<Verdict> timed(ImportRow row) {
        for (String column : List.of("starts", "ends")) {
            if (!row.cell(column).isEmpty() && time(row.cell(column)) == null) {
                return Optional.of(Verdict.rejected(column, "U-043", row.cell(column)));
            }
        }
        boolean both = row.cell("starts").isEmpty() == row.cell("ends").isEmpty();
        return both ? Optional.empty() : Optional.of(Verdict.rejected("ends", "U-043", row.cell("ends")));
    }

    private static @Nullable LocalTime time(String text) {
        try {
            return text.isEmpty() ? null : LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** Of a row that was checked. */
    private DutyPost post(ImportRow row, Map<Key, DutyPost> known, Map<String, Place> places) {
        String kind = words.find(row.cell("kind"), KIND, KINDS).orElseThrow();
        String english = row.cell("english");
        Place place = place(row, places);
        DutyPost stored = known.get(key(row));
        return new DutyPost(
                stored == null ? ids.of("dutyPost", row.cell("area"), row.cell("name")) : stored.id(),
                row.cell("area"),
                kind,
                row.cell("name"),
                english.isEmpty() ? row.cell("name") : english,
                Integer.parseInt(row.cell("places")),
                Integer.parseInt(row.cell("minimum")),
                words.find(row.cell("skill"), SKILL, SKILLS).orElse(null),
                place.latitude() == null ? 0 : place.latitude(),
                place.longitude() == null ? 0 : place.longitude(),
                ONLINE.contains(kind),
                time(row.cell("starts")),
                time(row.cell("ends")));
    }

    private static Key key(ImportRow row) {
        return new Key(row.cell("area"), row.cell("name"));
    }

    private Map<Key, DutyPost> known(List<ImportRow> rows) {
        Map<Key, DutyPost> known = new HashMap<>();
        jdbc.sql(
                        "select id, area_path, kind, name, name_en, places, minimum, skill, latitude, longitude, online, starts,"
                                + " ends from duty_post where area_path in (:areas) and name in (:names) order by id")
                .param("areas", cells(rows, "area"))
                .param("names", cells(rows, "name"))
                .query(DutyPost.class)
                .list()
                .forEach(post -> known.putIfAbsent(new Key(post.areaPath(), post.name()), post));
        return known;
    }

    /** Of the places that the rows name, those of the actor's territory that stand. */
    private Map<String, Place> places(Actor actor, List<ImportRow> rows) {
        return jdbc
                .sql("select path, latitude, longitude from area where level in ('STREET', 'COMMUNITY', 'COMPOUND')"
                        + " and ended_on is null and path in (:paths)")
                .param("paths", cells(rows, "area"))
                .query(Place.class)
                .list()
                .stream()
                .filter(place -> actor.covers(place.path()))
                .collect(Collectors.toMap(Place::path, place -> place));
    }

    private static Set<String> cells(List<ImportRow> rows, String column) {
        return rows.stream().map(row -> row.cell(column)).collect(Collectors.toSet());
    }

    @Override
    public void apply(Actor actor, List<ImportRow> rows) {
        Map<Key, DutyPost> known = known(rows);
        Map<String, Place> places = places(actor, rows);
        List<DutyPost> posts =
                rows.stream().map(row -> post(row, known, places)).toList();
        registry.listPosts(posts);
    }
}
