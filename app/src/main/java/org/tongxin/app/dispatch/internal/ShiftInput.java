package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;

/**
 * What one shift is planned from.
 *
 * @param people who is free that day, in the order of the day's lottery; who is fixed is among them only where they came since the
 *     plan was made, and has left the plan then
 * @param posts that have to be staffed, in the order of the day's lottery
 * @param told post by person, as they were told
 * @param fixed who stands where because they have come there, or because the duty officer decided so
 * @param leftOut person and post that the duty officer ruled out
 * @param lastServed days since somebody last stood a shift; who stood none lately is missing
 * @param rests who must rest that day
 */
record ShiftInput(
        LocalDate day,
        List<Person> people,
        List<DutyPost> posts,
        Map<UUID, UUID> told,
        List<Fixed> fixed,
        Set<Pair> leftOut,
        Map<UUID, Integer> lastServed,
        Rests rests) {

    record Pair(UUID person, UUID post) {}

    record Fixed(Person person, DutyPost post) {}

    boolean isFixed(UUID person) {
        return fixed.stream().anyMatch(each -> each.person().id().equals(person));
    }

    boolean isFixed(UUID person, UUID post) {
        return fixed.stream()
                .anyMatch(each ->
                        each.person().id().equals(person) && each.post().id().equals(post));
    }

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
        return new ShiftInput(day, people, posts, postOfPerson, fixed, leftOut, lastServed, rests);
    }

    /** The same shift after somebody has come to the post they were told; the numbers of all people stay. */
    ShiftInput settled(Fixed come) {
        return new ShiftInput(
                day,
                people,
                posts,
                told,
                Stream.concat(fixed.stream(), Stream.of(come)).toList(),
                leftOut,
                lastServed,
                rests);
    }

    /** The same shift, to be planned anew: nobody who is fixed is among the people. */
    ShiftInput withoutSettled(Predicate<Person> hasLeft) {
        Set<UUID> settled = fixed.stream().map(each -> each.person().id()).collect(Collectors.toSet());
        return new ShiftInput(
                day,
                people.stream()
                        .filter(person -> !settled.contains(person.id()) && !hasLeft.test(person))
                        .toList(),
                posts,
                told,
                fixed,
                leftOut,
                lastServed,
                rests);
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
                lastServed,
                rests);
    }
}
