package org.tongxin.app.dispatch.duty;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.DistrictClock;

/**
 * Minutes served, by person, day and post. Their purpose is the person's own certificate and the insurance of the duty;
 * each has the day by which it is destroyed. They outlive the assignments. Thread-safe.
 */
@Service
public class ServiceRecords {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final ShiftHours hours;
    private final DutySettings settings;

    ServiceRecords(JdbcClient jdbc, DistrictClock clock, ShiftHours hours, DutySettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hours = hours;
        this.settings = settings;
    }

    /**
     * One shift served.
     *
     * @param assumedEnd whether leaving was not noted, so that the end of the shift counts
     */
    public record Served(
            LocalDate shiftDay,
            String name,
            String nameEn,
            String streetName,
            String streetNameEn,
            int minutes,
            boolean assumedEnd,
            LocalDate destroyBy) {}

    /** What a person has served in a period, newest first. Both days count. */
    public List<Served> of(UUID person, LocalDate from, LocalDate to) {
        return jdbc.sql("select r.shift_day, p.name, p.name_en, s.name as street_name, s.name_en as street_name_en,"
                        + " r.minutes, r.assumed_end, r.destroy_by from service_record r"
                        + " join duty_post p on p.id = r.post_id join area s on s.path = substr(p.area_path, 1, 9)"
                        + " where r.person_id = ? and r.shift_day between ? and ? order by r.shift_day desc, p.id")
                .params(person, from, to)
                .query(Served.class)
                .list();
    }

    /** All that is kept of a person, newest first. */
    public List<Served> of(UUID person) {
        return of(person, LocalDate.EPOCH, clock.today());
    }

    /** Ends the presence of a person that day and records the minutes. */
    void close(LocalDate day, UUID person, Instant at, String how) {
        close("person_id = :who", day, person, at, how);
    }

    /** Ends whatever is still open when leaving can no longer be noted. */
    @Transactional
    void closeForgotten() {
        for (Open open : jdbc.sql(
                        "select distinct t.shift_day, t.post_id, p.starts, p.ends from attendance t"
                                + " join duty_post p on p.id = t.post_id where t.left_at is null order by t.shift_day, t.post_id")
                .query(Open.class)
                .list()) {
            DutyTimes times = hours.of(open.shiftDay(), open.starts(), open.ends());
            if (!clock.now().isBefore(times.closing())) {
                close("post_id = :who", open.shiftDay(), open.postId(), times.end(), "SHIFT_END");
            }
        }
    }

    /** A post at which somebody still is. */
    private record Open(
            LocalDate shiftDay,
            UUID postId,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends) {}

    /** @param which a condition on {@code :who}, the person or the post */
    private void close(String which, LocalDate day, UUID who, Instant at, String how) {
        jdbc.sql(
                        "with gone as (update attendance set left_at = greatest(came_at, :at), left_by = :how where shift_day = :day and "
                                + which
                                + " and left_at is null returning *)"
                                + " insert into service_record (shift_day, person_id, post_id, minutes, assumed_end, destroy_by)"
                                + " select shift_day, person_id, post_id,"
                                + " least(1440, floor(extract(epoch from left_at - came_at) / 60))::int, :assumed,"
                                + " shift_day + :kept from gone"
                                + " on conflict (shift_day, person_id, post_id) do update set minutes = excluded.minutes,"
                                + " assumed_end = excluded.assumed_end")
                .param("day", day)
                .param("who", who)
                .param("at", Timestamp.from(at))
                .param("how", how)
                .param("assumed", how.equals("SHIFT_END"))
                .param("kept", settings.recordsKeptDays())
                .update();
    }

    /** Destroys what is past its day. */
    @Transactional
    void destroyDue() {
        jdbc.sql("delete from service_record where destroy_by < ?")
                .param(clock.today())
                .update();
        jdbc.sql("delete from service_certificate where destroy_by < ?")
                .param(clock.today())
                .update();
    }
}
