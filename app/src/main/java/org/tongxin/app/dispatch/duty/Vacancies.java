package org.tongxin.app.dispatch.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;

/**
 * Posts of the running shift whose confirmed people have not come: {@code ${@vacancies.of(actor, day)}}. Computed when it
 * is looked at and never stored, so that nobody's being late is on record; who has left again was there. The district sees how many
 * posts, a street or community which. Thread-safe.
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

    /** A vacant post. @param away how many who are expected have not come */
    public record Post(UUID postId, String name, String nameEn, int away) {}

    /**
     * What the reader sees.
     *
     * @param watched whether presence is looked at now: from a while after the start of the day's shift, or of a service at its own
     *     hours, until its end
     * @param posts how many posts are vacant
     * @param named which; empty for the district
     */
    public record Seen(boolean watched, int posts, List<Post> named) {}

    public Seen of(Actor reader, LocalDate day) {
        List<Post> vacant = day.equals(hours.day()) ? vacant(day, reader.territory()) : List.of();
        if (vacant.isEmpty() && !hours.of(day).isWatched(clock.now())) {
            return new Seen(false, 0, List.of());
        }
        return new Seen(true, vacant.size(), reader.territory().length() >= STREET_CODE ? vacant : List.of());
    }

    private record Found(
            UUID postId,
            String name,
            String nameEn,
            int away,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends) {}

    /** Each post is looked at in its own hours. */
    private List<Post> vacant(LocalDate day, String territory) {
        Instant now = clock.now();
        return found(day, territory).stream()
                .filter(post -> hours.of(day, post.starts(), post.ends()).isWatched(now))
                .map(post -> new Post(post.postId(), post.name(), post.nameEn(), post.away()))
                .toList();
    }

    private List<Found> found(LocalDate day, String territory) {
        return jdbc.sql(
                        "select p.id as post_id, p.name, p.name_en, count(*)::int as away, p.starts, p.ends from assignment a"
                                + " join duty_post p on p.id = a.post_id"
                                + " where a.shift_day = :day and a.state = 'CONFIRMED'"
                                + " and p.area_path >= :territory and p.area_path < :territory || '~'"
                                + " and not exists (select from attendance t where t.shift_day = a.shift_day"
                                + " and t.person_id = a.person_id and t.post_id = a.post_id)"
                                + " group by p.id order by p.area_path, p.id")
                .param("day", day)
                .param("territory", territory)
                .query(Found.class)
                .list();
    }
}
