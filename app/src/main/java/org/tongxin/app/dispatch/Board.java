package org.tongxin.app.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongxin.app.dispatch.duty.ShiftHours;

/** The posts of a shift with how they are covered, for pages. Every query is restricted to a territory. Thread-safe. */
@Service
public class Board {

    private static final String LINES = """
            select p.id as post_id, p.area_path, p.kind, p.name, p.name_en, p.places, p.minimum, p.skill,
                   s.name as street_name, s.name_en as street_name_en,
                   (select count(*)::int from assignment a where a.shift_day = x.shift_day and a.post_id = p.id
                        and a.state = 'CONFIRMED') as confirmed,
                   (select count(*)::int from assignment a where a.shift_day = x.shift_day and a.post_id = p.id
                        and a.state = 'INVITED') as invited,
                   x.shift_day <= :today as running,
                   p.online, p.starts, p.ends, split_part(coalesce(p.spelling, ''), ' ', 2) as spelled
            from shift_post x join duty_post p on p.id = x.post_id join area s on s.path = substr(p.area_path, 1, 9)
            where x.shift_day = :day and x.area_path >= :territory and x.area_path < :territory || '~'
            """;

    private final JdbcClient jdbc;
    private final ShiftHours hours;

    Board(JdbcClient jdbc, ShiftHours hours) {
        this.jdbc = jdbc;
        this.hours = hours;
    }

    /**
     * One post on a day.
     *
     * @param confirmed people who come
     * @param invited volunteers who have not answered
     * @param running whether the shift is today's or past: whoever has not confirmed does not count any more
     */
    public record Line(
            UUID postId,
            String areaPath,
            String kind,
            String name,
            String nameEn,
            int places,
            int minimum,
            @Nullable String skill,
            String streetName,
            String streetNameEn,
            int confirmed,
            int invited,
            boolean running,
            boolean online,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends) {

        public int assigned() {
            return confirmed + invited;
        }

        /** How many of the minimum are missing: nobody has been asked, or, in a running shift, nobody has confirmed. */
        public int missing() {
            return Math.max(0, minimum - (running ? confirmed : assigned()));
        }

        /** How many of the minimum have been asked and have not answered. */
        public int waiting() {
            return Math.max(0, minimum - confirmed) - missing();
        }

        public int empty() {
            return Math.max(0, places - assigned());
        }

        public String street() {
            return areaPath.substring(0, Math.min(9, areaPath.length()));
        }
    }

    /** The newest plan of a day and when it was made. @param pairs eligible pairs that it was proved over */
    public record PlanLine(int run, Instant plannedAt, int pairs, long totalCost) {}

    public Optional<PlanLine> plan(LocalDate day) {
        return jdbc.sql("select run, planned_at, pairs, total_cost from shift_plan where shift_day = ?"
                        + " order by run desc limit 1")
                .param(day)
                .query((row, number) -> new PlanLine(
                        row.getInt("run"),
                        row.getTimestamp("planned_at").toInstant(),
                        row.getInt("pairs"),
                        row.getLong("total_cost")))
                .optional();
    }

    /** Posts below their minimum, most missing first. */
    public List<Line> lacking(LocalDate day, String territory) {
        return jdbc.sql("select l.* from (" + LINES
                        + ") l where l.confirmed + (case when l.running then 0 else l.invited end) < l.minimum"
                        + " order by l.minimum - l.confirmed - (case when l.running then 0 else l.invited end) desc,"
                        + " l.area_path, l.post_id")
                .param("day", day)
                .param("today", hours.day())
                .param("territory", territory)
                .query(Line.class)
                .list();
    }

    /**
     * A page of the posts of a day, by the pinyin of their names.
     *
     * @param words part of a name of the post or its street, or a code; empty for all
     * @param after the last post of the page before; {@code null} for the first page
     */
    public List<Line> posts(LocalDate day, String territory, String words, @Nullable UUID after, int limit) {
        return jdbc.sql("select l.* from (" + LINES + ") l" + """
                         where (:words = '' or strpos(lower(l.name || ' ' || l.name_en || ' ' || l.street_name || ' '
                                || l.street_name_en || ' ' || l.area_path), lower(:words)) > 0)
                          and (cast(:after as uuid) is null or (l.spelled, l.name, l.post_id) > (
                              select split_part(coalesce(seen.spelling, ''), ' ', 2), seen.name, seen.id
                              from duty_post seen where seen.id = cast(:after as uuid)))
                         order by l.spelled, l.name, l.post_id limit :limit
                        """)
                .param("day", day)
                .param("today", hours.day())
                .param("territory", territory)
                .param("words", words)
                .param("after", after)
                .param("limit", limit)
                .query(Line.class)
                .list();
    }

    /** The post, where it has to be staffed that day and lies in the territory. */
    public Optional<Line> find(LocalDate day, UUID post, String territory) {
        return jdbc.sql("select l.* from (" + LINES + ") l where l.post_id = :post")
                .param("day", day)
                .param("today", hours.day())
                .param("territory", territory)
                .param("post", post)
                .query(Line.class)
                .optional();
    }

    /**
     * A street's posts on a day, counted.
     *
     * @param lacking posts below their minimum
     * @param missing people missing to the minimum
     */
    public record Street(
            String path,
            String name,
            String nameEn,
            int posts,
            int lacking,
            int missing,
            int places,
            int confirmed,
            int invited) {}

    /** How the streets are covered, in code order; streets without a post that day are missing. */
    public List<Street> streets(LocalDate day, String territory) {
        return jdbc.sql("select substr(l.area_path, 1, 9) as path, min(l.street_name) as name,"
                        + " min(l.street_name_en) as name_en, count(*)::int as posts,"
                        + " (count(*) filter (where l.short > 0))::int as lacking,"
                        + " coalesce(sum(l.short) filter (where l.short > 0), 0)::int as missing,"
                        + " sum(l.places)::int as places, sum(l.confirmed)::int as confirmed,"
                        + " sum(l.invited)::int as invited from (select l.*, l.minimum - l.confirmed"
                        + " - (case when l.running then 0 else l.invited end) as short from (" + LINES + ") l) l"
                        + " group by 1 order by 1")
                .param("day", day)
                .param("today", hours.day())
                .param("territory", territory)
                .query(Street.class)
                .list();
    }

    /** People of a post who changed by agreement. @param exchanged whether both gave a shift */
    public record Swapped(Instant at, boolean exchanged) {}

    /** Newest last; nothing says who. */
    public List<Swapped> swapped(LocalDate day, UUID post) {
        return jdbc.sql("select swapped_at as at, exchanged from shift_swapped where shift_day = ? and post_id = ?"
                        + " order by swapped_at")
                .params(day, post)
                .query(Swapped.class)
                .list();
    }
}
