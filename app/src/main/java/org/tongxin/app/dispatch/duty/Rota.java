package org.tongxin.app.dispatch.duty;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How the posts of a territory are covered in the coming days. Names nobody. Thread-safe. */
@Service
public class Rota {

    /** Today and the six days after it. */
    public static final int DAYS = 7;

    private final JdbcClient jdbc;

    Rota(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One post on one day. @param invited volunteers who have not answered */
    public record Line(
            LocalDate day,
            UUID postId,
            String kind,
            String name,
            String nameEn,
            String areaName,
            String areaNameEn,
            int places,
            int minimum,
            int confirmed,
            int invited,
            boolean online,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends) {

        public int missing() {
            return Math.max(0, minimum - confirmed - invited);
        }

        public boolean enough() {
            return confirmed >= minimum;
        }
    }

    /** The first street of the territory that has a shift from that day on. */
    public Optional<String> firstStreet(String territory, LocalDate from) {
        return jdbc.sql("select substr(area_path, 1, 9) from shift_post where shift_day >= :from"
                        + " and area_path >= :territory and area_path < :territory || '~' order by area_path limit 1")
                .param("from", from)
                .param("territory", territory)
                .query(String.class)
                .optional();
    }

    /** Posts that must be staffed, by place and post, then by day; days without a shift have no line. */
    public List<Line> lines(String territory, LocalDate from, int days) {
        return jdbc.sql("""
                        select x.shift_day as day, p.id as post_id, p.kind, p.name, p.name_en, r.name as area_name,
                               r.name_en as area_name_en, p.places, p.minimum,
                               (count(a.id) filter (where a.state = 'CONFIRMED'))::int as confirmed,
                               (count(a.id) filter (where a.state = 'INVITED'))::int as invited,
                               p.online, p.starts, p.ends
                        from shift_post x join duty_post p on p.id = x.post_id
                        join area r on r.path = substr(p.area_path, 1, 12)
                        left join assignment a on a.shift_day = x.shift_day and a.post_id = x.post_id
                        where x.shift_day >= :from and x.shift_day < :until
                          and x.area_path >= :territory and x.area_path < :territory || '~'
                        group by x.shift_day, p.id, r.name, r.name_en
                        order by p.area_path, p.id, x.shift_day
                        """)
                .param("from", from)
                .param("until", from.plusDays(days))
                .param("territory", territory)
                .query(Line.class)
                .list();
    }
}
