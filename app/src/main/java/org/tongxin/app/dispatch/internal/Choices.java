package org.tongxin.app.dispatch.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.dispatch.ShiftChoice;
import org.tongxin.app.platform.DistrictClock;

/** What the duty officer decided about people and posts of a shift. The latest decision about a person's place stands. */
@Component
class Choices {

    private final JdbcClient jdbc;
    private final DistrictClock clock;

    Choices(JdbcClient jdbc, DistrictClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(LocalDate day, UUID post, UUID person, boolean fixed, String login) {
        if (fixed) {
            releasePlaces(day, List.of(person));
        }
        jdbc.sql(
                        "insert into shift_choice (shift_day, post_id, person_id, kind, decided_by, decided_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict (shift_day, post_id, person_id) do update"
                                + " set kind = excluded.kind, decided_by = excluded.decided_by, decided_at = excluded.decided_at")
                .params(day, post, person, fixed ? "FIXED" : "LEFT_OUT", login, Timestamp.from(clock.now()))
                .update();
    }

    /** @return whether there was such a decision */
    boolean release(LocalDate day, UUID post, UUID person) {
        return jdbc.sql("delete from shift_choice where shift_day = ? and post_id = ? and person_id = ?")
                        .params(day, post, person)
                        .update()
                > 0;
    }

    /** These people are fixed to no post any more. @return whether one was */
    boolean releasePlaces(LocalDate day, Collection<UUID> people) {
        return jdbc.sql("delete from shift_choice where shift_day = ? and kind = 'FIXED' and person_id = any(?)")
                        .params(day, people.toArray(UUID[]::new))
                        .update()
                > 0;
    }

    List<ShiftChoice> list(LocalDate day, String territory) {
        return jdbc.sql("select c.post_id, c.person_id, n.name as person_name, n.kind = 'VOLUNTEER' as volunteer,"
                        + " c.kind = 'FIXED' as fixed, c.decided_by, c.decided_at"
                        + " from shift_choice c join person n on n.id = c.person_id join duty_post p on p.id = c.post_id"
                        + " where c.shift_day = :day and p.area_path >= :territory and p.area_path < :territory || '~'"
                        + " order by c.decided_at, c.post_id, c.person_id")
                .param("day", day)
                .param("territory", territory)
                .query(ShiftChoice.class)
                .list();
    }
}
