package org.tongxin.app.dispatch.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.dispatch.CoverageLost;
import org.tongxin.app.dispatch.CoverageRestored;
import org.tongxin.app.dispatch.Gap;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Reason;
import tools.jackson.core.type.TypeReference;

/**
 * Posts below their minimum: of a shift to come where not enough people have been asked, of the running shift where not enough have
 * confirmed. A gap is of one post and one day. Opened when seen, closed when enough people have confirmed, or when the shift is over.
 */
@Component
class Gaps {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private static final String SELECT = """
            select g.*, p.name as post_name, p.name_en as post_name_en, a.name as street_name, a.name_en as street_name_en
            from coverage_gap g join duty_post p on p.id = g.post_id join area a on a.path = substr(g.area_path, 1, 9)
            where g.area_path >= :territory and g.area_path < :territory || '~'
            """;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final ShiftHours hours;
    private final Ids ids;
    private final Json json;
    private final Announcer announcer;

    Gaps(JdbcClient jdbc, DistrictClock clock, ShiftHours hours, Ids ids, Json json, Announcer announcer) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hours = hours;
        this.ids = ids;
        this.json = json;
        this.announcer = announcer;
    }

    /** @param asked people of the running shift who were asked and have not answered */
    private record Post(UUID postId, String areaPath, int missing, int asked) {}

    /**
     * Opens and closes gaps of a day as the assignments stand.
     *
     * @param whyEmpty what the newest plan says of empty places
     * @return gaps that are open afterwards
     */
    int refresh(String login, LocalDate day, Map<UUID, List<Reason>> whyEmpty) {
        List<Post> lacking = jdbc.sql("""
                        select * from (
                        select s.post_id, s.area_path,
                               p.minimum - (count(a.id) filter (where a.state = 'CONFIRMED' or s.shift_day > :today))::int
                                   as missing,
                               (count(a.id) filter (where a.state = 'INVITED' and s.shift_day <= :today))::int as asked
                        from shift_post s join duty_post p on p.id = s.post_id
                             left join assignment a on a.shift_day = s.shift_day and a.post_id = s.post_id
                        where s.shift_day = :day and substr(s.area_path, 1, 9) in (select street_path from street_coverage)
                        group by s.shift_day, s.post_id, s.area_path, p.minimum) l
                        where l.missing > 0 order by l.area_path, l.post_id
                        """)
                .param("day", day)
                .param("today", hours.day())
                .query(Post.class)
                .list();
        Map<String, List<UUID>> opened = new TreeMap<>();
        Map<UUID, Known> known = known(day);
        List<Row> fresh = new ArrayList<>();
        List<Row> changed = new ArrayList<>();
        for (Post post : lacking) {
            Row row = new Row(post, json.write(why(post, whyEmpty)));
            Known before = known.get(post.postId());
            if (before == null) {
                fresh.add(row);
                opened.computeIfAbsent(post.areaPath().substring(0, 9), street -> new ArrayList<>())
                        .add(post.postId());
            } else if (!before.saysTheSame(row)) {
                changed.add(row);
            }
        }
        change(day, changed);
        open(day, fresh);
        Map<String, List<UUID>> closed = close(day);
        opened.forEach((street, posts) ->
                announce(login, day, street, posts, "coverageLost", CoverageLost.class, CoverageLost::new));
        closed.forEach((street, posts) ->
                announce(login, day, street, posts, "coverageRestored", CoverageRestored.class, CoverageRestored::new));
        return lacking.size();
    }

    private static List<Reason> why(Post post, Map<UUID, List<Reason>> whyEmpty) {
        return post.asked() > 0
                ? List.of(Reason.of("gap.ASKED", post.asked()))
                : whyEmpty.getOrDefault(post.postId(), List.of(Reason.of("gap.CANNOT_COME")));
    }

    /** What is to be kept of a gap. @param reasons as JSON */
    private record Row(Post post, String reasons) {}

    /** An open gap as it is kept. */
    private record Known(UUID postId, int missing, String reasons) {

        boolean saysTheSame(Row row) {
            return missing == row.post().missing() && reasons.equals(row.reasons());
        }
    }

    private Map<UUID, Known> known(LocalDate day) {
        Map<UUID, Known> known = new HashMap<>();
        jdbc.sql("select post_id, missing, reasons from coverage_gap where shift_day = ? and closed_at is null")
                .param(day)
                .query((row, number) -> new Known(
                        row.getObject("post_id", UUID.class),
                        row.getInt("missing"),
                        json.write(json.read(row.getString("reasons"), REASONS))))
                .list()
                .forEach(gap -> known.put(gap.postId(), gap));
        return known;
    }

    private void change(LocalDate day, List<Row> rows) {
        jdbc.sql(
                        "update coverage_gap g set missing = n.missing, reasons = cast(n.reasons as jsonb)"
                                + " from unnest(cast(:posts as uuid[]), cast(:missing as integer[]), cast(:reasons as text[]))"
                                + " as n(post, missing, reasons) where g.post_id = n.post and g.shift_day = :day and g.closed_at is null")
                .param("day", day)
                .param("posts", rows.stream().map(row -> row.post().postId()).toArray(UUID[]::new))
                .param("missing", rows.stream().map(row -> row.post().missing()).toArray(Integer[]::new))
                .param("reasons", rows.stream().map(Row::reasons).toArray(String[]::new))
                .update();
    }

    private void open(LocalDate day, List<Row> rows) {
        Map<UUID, Integer> soFar = gapsSoFar(day, rows);
        jdbc.sql(
                        "insert into coverage_gap (id, shift_day, post_id, area_path, missing, opened_at, reasons)"
                                + " select n.id, :day, n.post, n.path, n.missing, :now, cast(n.reasons as jsonb)"
                                + " from unnest(cast(:ids as uuid[]), cast(:posts as uuid[]), cast(:paths as text[]),"
                                + " cast(:missing as integer[]), cast(:reasons as text[])) as n(id, post, path, missing, reasons)")
                .param("day", day)
                .param("now", now())
                .param(
                        "ids",
                        rows.stream()
                                .map(row -> row.post().postId())
                                .map(post -> ids.of("gap", day, post, soFar.getOrDefault(post, 0)))
                                .toArray(UUID[]::new))
                .param("posts", rows.stream().map(row -> row.post().postId()).toArray(UUID[]::new))
                .param("paths", rows.stream().map(row -> row.post().areaPath()).toArray(String[]::new))
                .param("missing", rows.stream().map(row -> row.post().missing()).toArray(Integer[]::new))
                .param("reasons", rows.stream().map(Row::reasons).toArray(String[]::new))
                .update();
    }

    /** A post may be uncovered, covered and uncovered again within one moment. */
    private Map<UUID, Integer> gapsSoFar(LocalDate day, List<Row> rows) {
        Map<UUID, Integer> soFar = new HashMap<>();
        jdbc.sql("select post_id, count(*)::int as gaps from coverage_gap where shift_day = ? and post_id = any(?)"
                        + " group by post_id")
                .param(day)
                .param(rows.stream().map(row -> row.post().postId()).toArray(UUID[]::new))
                .query((row, number) -> soFar.put(row.getObject("post_id", UUID.class), row.getInt("gaps")))
                .list();
        return soFar;
    }

    private Map<String, List<UUID>> close(LocalDate day) {
        Map<String, List<UUID>> closed = new TreeMap<>();
        jdbc.sql("""
                        update coverage_gap g set closed_at = :now
                        where g.closed_at is null and g.shift_day = :day
                          and (select count(*) from assignment a where a.shift_day = :day
                               and a.post_id = g.post_id and (a.state = 'CONFIRMED' or a.shift_day > :today))
                              >= (select minimum from duty_post p where p.id = g.post_id)
                        returning g.id, g.area_path
                        """)
                .param("now", now())
                .param("day", day)
                .param("today", hours.day())
                .query((row, number) -> Map.entry(row.getString("area_path"), row.getObject("id", UUID.class)))
                .list()
                .forEach(gap -> closed.computeIfAbsent(gap.getKey().substring(0, 9), street -> new ArrayList<>())
                        .add(gap.getValue()));
        return closed;
    }

    /** Closes what is still open of shifts that are over. Nothing was restored, and nothing is announced. */
    void closePast() {
        jdbc.sql("update coverage_gap set closed_at = ? where closed_at is null and shift_day < ?")
                .params(now(), hours.day())
                .update();
    }

    /** Closes the gaps of streets whose posts no longer have to be covered. */
    void release(String login) {
        Map<LocalDate, Map<String, List<UUID>>> released = new TreeMap<>();
        jdbc.sql("update coverage_gap set closed_at = ? where closed_at is null"
                        + " and substr(area_path, 1, 9) not in (select street_path from street_coverage)"
                        + " returning id, area_path, shift_day")
                .param(now())
                .query((row, number) -> released.computeIfAbsent(
                                row.getObject("shift_day", LocalDate.class), day -> new TreeMap<>())
                        .computeIfAbsent(row.getString("area_path").substring(0, 9), street -> new ArrayList<>())
                        .add(row.getObject("id", UUID.class)))
                .list();
        released.forEach((day, streets) -> streets.forEach((street, posts) -> announce(
                login, day, street, posts, "coverageRestored", CoverageRestored.class, CoverageRestored::new)));
    }

    List<Gap> open(String territory) {
        return jdbc.sql(SELECT + " and g.closed_at is null order by g.opened_at, g.area_path, g.id")
                .param("territory", territory)
                .query(this::map)
                .list();
    }

    List<Gap> list(String territory, int limit) {
        return jdbc.sql(SELECT + " order by g.opened_at desc, g.area_path, g.id limit :limit")
                .param("territory", territory)
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    private interface Announcement {
        DistrictEvent of(EventFacts facts, LocalDate day, int posts);
    }

    private void announce(
            String login,
            LocalDate day,
            String street,
            List<UUID> gaps,
            String sentence,
            Class<? extends DistrictEvent> kind,
            Announcement announcement) {
        String[] names = jdbc.sql("select name || '|' || name_en from area where path = ?")
                .param(street)
                .query(String.class)
                .single()
                .split("\\|", 2);
        UUID cause = jdbc.sql(
                        "select caused_by from street_coverage where street_path = ? order by since, order_id limit 1")
                .param(street)
                .query(UUID.class)
                .optional()
                .orElse(null);
        EventFacts facts = announcer.facts(
                kind,
                street
                        + '/'
                        + day
                        + '/'
                        + clock.now()
                        + '/'
                        + ids.of("gaps", gaps.stream().sorted().toList()),
                street,
                login,
                cause,
                Reason.of(sentence, Reason.name(names[0], names[1]), gaps.size(), day));
        announcer.announce(announcement.of(facts, day, gaps.size()));
    }

    private Gap map(ResultSet row, int number) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Gap(
                row.getObject("id", UUID.class),
                row.getObject("shift_day", LocalDate.class),
                row.getObject("post_id", UUID.class),
                row.getString("post_name"),
                row.getString("post_name_en"),
                row.getString("area_path"),
                row.getString("street_name"),
                row.getString("street_name_en"),
                row.getInt("missing"),
                row.getTimestamp("opened_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                json.read(row.getString("reasons"), REASONS));
    }

    private Timestamp now() {
        return Timestamp.from(clock.now());
    }
}
