package org.tongxin.app.dispatch.duty;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.dispatch.internal.ShiftRevisions;
import org.tongxin.app.platform.Outcome;

/**
 * What a volunteer wishes for the coming days, said on their own page: would like to come, or cannot. No reason is asked, and it goes
 * with the day. Thread-safe.
 */
@Service
public class Wishes {

    /** As far as a week is planned, and a week more. */
    public static final int DAYS = 14;

    /** What can be said of a day; nothing said is no wish. */
    public enum Wish {
        WANTS,
        CANNOT
    }

    private final JdbcClient jdbc;
    private final ShiftHours hours;
    private final ShiftRevisions revisions;

    Wishes(JdbcClient jdbc, ShiftHours hours, ShiftRevisions revisions) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.revisions = revisions;
    }

    /** The days of which something can be said: from tomorrow on, without those on which the person has a post. */
    public List<LocalDate> days(UUID person) {
        List<LocalDate> given = jdbc.sql("select shift_day from assignment where person_id = ? and shift_day > ?")
                .params(person, hours.day())
                .query(LocalDate.class)
                .list();
        return IntStream.rangeClosed(1, DAYS)
                .mapToObj(hours.day()::plusDays)
                .filter(day -> !given.contains(day))
                .toList();
    }

    /** By day, as names of {@link Wish}. */
    public Map<LocalDate, String> of(UUID person) {
        Map<LocalDate, String> wishes = new HashMap<>();
        jdbc.sql("select shift_day, kind from shift_wish where person_id = ? and shift_day > ?")
                .params(person, hours.day())
                .query((row, number) -> wishes.put(row.getObject(1, LocalDate.class), row.getString(2)))
                .list();
        return wishes;
    }

    /**
     * Takes wishes in place of those there were for the same days; days that cannot be wished for are left as they are. Refused:
     * D-061 from posted staff, whom their unit names.
     */
    @Transactional
    public Outcome<Integer> say(UUID person, Map<LocalDate, Wish> wishes) {
        boolean volunteer = jdbc.sql("select exists (select from person where id = ? and kind = 'VOLUNTEER')")
                .param(person)
                .query(Boolean.class)
                .single();
        if (!volunteer) {
            return Outcome.refused("D-061");
        }
        revisions.lock(hours.day());
        List<LocalDate> days = days(person);
        days.forEach(day -> say(person, day, wishes));
        return Outcome.accepted(days.size());
    }

    private void say(UUID person, LocalDate day, Map<LocalDate, Wish> wishes) {
        boolean couldNot = jdbc.sql("delete from shift_wish where person_id = ? and shift_day = ? returning kind")
                .params(person, day)
                .query(String.class)
                .optional()
                .filter(Wish.CANNOT.name()::equals)
                .isPresent();
        Wish wish = wishes.get(day);
        if (wish != null) {
            jdbc.sql("insert into shift_wish (shift_day, person_id, kind) values (?, ?, ?)")
                    .params(day, person, wish.name())
                    .update();
        }
        // A plan of the day knows who cannot; whoever would like to come matters to the plan of a week alone.
        if (couldNot != (wish == Wish.CANNOT)) {
            revisions.outdate(day);
        }
    }
}
