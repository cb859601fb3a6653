package org.tongxin.app.dispatch.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;

/**
 * Posts of the running shift whose confirmed people are not there: {@code ${@vacancies.of(actor, day)}}. Computed when it
 * is looked at and never stored, so that nobody's being late is on record. The district sees how many posts, a street or
 * community which. Thread-safe.
 */
@Component("vacancies")
public class Vacancies {

    private static final int STREET_CODE = 9;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final ShiftHours hours;

    Vacancies(JdbcClient jdbc, DistrictClock clock, ShiftHours hours) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hours = hours;
    }

    /** A vacant post. @param away how many who are expected are not there */
    public record Post(UUID postId, String name, String nameEn, int away) {}

    /**
     * What the reader sees.
     *
     * @param watched whether presence is looked at now: from a while after the start of the day's shift until its end
     * @param posts how many posts are vacant
     * @param named which; empty for the district
     */
    public record Seen(boolean watched, int posts, List<Post> named) {}

    public Seen of(Actor reader, LocalDate day) {
        if (!watched(day)) {
            return new Seen(false, 0, List.of());
        }
        List<Post> vacant = vacant(day, reader.territory());
        return new Seen(true, vacant.size(), reader.territory().length() >= STREET_CODE ? vacant : List.of());
    }

    private boolean watched(LocalDate day) {
        Instant now = clock.now();
        return !now.isBefore(hours.vacantFrom(day)) && now.isBefore(hours.end(day));
    }

    private List<Post> vacant(LocalDate day, String territory) {
        return jdbc.sql("select p.id as post_id, p.name, p.name_en, count(*)::int as away from assignment a"
                        + " join duty_post p on p.id = a.post_id"
                        + " where a.shift_day = :day and a.state = 'CONFIRMED'"
                        + " and p.area_path >= :territory and p.area_path < :territory || '~'"
                        + " and not exists (select from attendance t where t.shift_day = a.shift_day"
                        + " and t.person_id = a.person_id and t.post_id = a.post_id and t.left_at is null)"
                        + " group by p.id order by p.area_path, p.id")
                .param("day", day)
                .param("territory", territory)
                .query(Post.class)
                .list();
    }
}
