package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.tongxin.app.dispatch.Weeks;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;

/**
 * What a street's week is planned from.
 *
 * @param people of the street
 * @param posts of the street that have to be covered
 * @param given posts that people have in the week, the days around it and the rest of its weeks
 * @param away who cannot come on which day
 * @param wanting who would like to come on which day
 * @param leftOut what the duty officer ruled out
 */
record WeekInput(
        LocalDate firstDay,
        List<Person> people,
        List<DutyPost> posts,
        List<Given> given,
        Set<OnDay> away,
        Set<OnDay> wanting,
        Map<LocalDate, Set<ShiftInput.Pair>> leftOut) {

    record OnDay(UUID person, LocalDate day) {}

    /** A turn somebody has already. */
    record Given(UUID person, LocalDate day, DutyPost post) {}

    List<LocalDate> days() {
        return IntStream.range(0, Weeks.DAYS).mapToObj(firstDay::plusDays).toList();
    }

    /** How many people a post has already on a day. */
    int givenAt(DutyPost post, LocalDate day) {
        return (int) given.stream()
                .filter(turn -> turn.day().equals(day) && turn.post().id().equals(post.id()))
                .count();
    }

    /** Decisions and absences aside, whether somebody is asked for a post on a day at all. */
    boolean isAsked(Person person, DutyPost post, LocalDate day) {
        return !away.contains(new OnDay(person.id(), day))
                && !leftOut.getOrDefault(day, Set.of()).contains(new ShiftInput.Pair(person.id(), post.id()));
    }
}
