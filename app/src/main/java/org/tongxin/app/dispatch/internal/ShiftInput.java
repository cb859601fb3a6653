package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;

/**
 * What one shift is planned from.
 *
 * @param people who is free that day and not fixed to a post, in the order of the day's lottery
 * @param posts that have to be staffed, in the order of the day's lottery
 * @param told post by person, as they were told
 * @param fixed who stands where because they have come there, or because the duty officer decided so
 * @param leftOut person and post that the duty officer ruled out
 * @param lastServed days since somebody last stood a shift; who stood none lately is missing
 */
record ShiftInput(
        LocalDate day,
        List<Person> people,
        List<DutyPost> posts,
        Map<UUID, UUID> told,
        List<Fixed> fixed,
        Set<Pair> leftOut,
        Map<UUID, Integer> lastServed) {

    record Pair(UUID person, UUID post) {}

    record Fixed(Person person, DutyPost post) {}

    /** How many people are fixed to a post. */
    int fixedAt(DutyPost post) {
        return (int) fixed.stream()
                .filter(pair -> pair.post().id().equals(post.id()))
                .count();
    }

    Optional<DutyPost> findPost(UUID id) {
        return posts.stream().filter(post -> post.id().equals(id)).findFirst();
    }

    /** Somebody who is free that day, fixed to a post or not. */
    Optional<Person> findPerson(UUID id) {
        return Stream.concat(people.stream(), fixed.stream().map(Fixed::person))
                .filter(person -> person.id().equals(id))
                .findFirst();
    }

    /** The same shift after people were told these posts. */
    ShiftInput told(Map<UUID, UUID> postOfPerson) {
        return new ShiftInput(day, people, posts, postOfPerson, fixed, leftOut, lastServed);
    }

    /** The same shift with one more person fixed to a post. */
    ShiftInput with(Fixed more) {
        UUID person = more.person().id();
        return new ShiftInput(
                day,
                people.stream().filter(other -> !other.id().equals(person)).toList(),
                posts,
                told,
                Stream.concat(fixed.stream().filter(each -> !each.person().id().equals(person)), Stream.of(more))
                        .toList(),
                leftOut,
                lastServed);
    }
}
