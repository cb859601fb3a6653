package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.core.random.KeyedRandom;

/** Reads what a shift is planned from. */
@Component
class ShiftInputs {

    private static final int LOTTERY = 64;

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final KeyedRandom chance;

    ShiftInputs(JdbcClient jdbc, Organisation organisation, PlatformSettings settings) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.chance = new KeyedRandom(settings.seed());
    }

    /** The posts of all streets that an order calls to be covered, in the order of the day's lottery. */
    List<DutyPost> postsToCover(LocalDate day) {
        List<String> streets = jdbc.sql("select street_path from street_coverage")
                .query(String.class)
                .list();
        return streets.stream()
                .flatMap(street -> organisation.posts(street).stream())
                .sorted(Comparator.comparingDouble((DutyPost post) -> lot(post.id(), day))
                        .thenComparing(DutyPost::id))
                .toList();
    }

    /** The shift as it is staffed: posts that were enrolled and still have to be covered. */
    ShiftInput read(LocalDate day) {
        Set<UUID> enrolled = new HashSet<>(ids("select post_id from shift_post where shift_day = ?", day));
        List<DutyPost> posts = postsToCover(day).stream()
                .filter(post -> enrolled.contains(post.id()))
                .toList();
        Set<UUID> away = new HashSet<>(ids("select person_id from shift_unavailable where shift_day = ?", day));
        List<Person> free = organisation.people("").stream()
                .filter(person -> !away.contains(person.id()))
                .toList();
        List<ShiftInput.Fixed> fixed = fixed(day, free, posts);
        Set<UUID> decided = fixed.stream().map(each -> each.person().id()).collect(Collectors.toSet());
        return new ShiftInput(
                day,
                free.stream()
                        .filter(person -> !decided.contains(person.id()))
                        .sorted(Comparator.comparingDouble((Person person) -> lot(person.id(), day))
                                .thenComparing(Person::id))
                        .toList(),
                posts,
                told(day),
                fixed,
                Set.copyOf(pairs(day, "LEFT_OUT")),
                lastServed(day));
    }

    private List<ShiftInput.Fixed> fixed(LocalDate day, List<Person> free, List<DutyPost> posts) {
        Map<UUID, Person> people = free.stream().collect(Collectors.toMap(Person::id, person -> person));
        Map<UUID, DutyPost> places = posts.stream().collect(Collectors.toMap(DutyPost::id, post -> post));
        Map<UUID, UUID> postOfPerson = new TreeMap<>();
        present(day).forEach(pair -> postOfPerson.put(pair.person(), pair.post()));
        pairs(day, "FIXED").forEach(pair -> postOfPerson.put(pair.person(), pair.post()));
        List<ShiftInput.Fixed> fixed = new ArrayList<>();
        postOfPerson.forEach((person, post) -> {
            Person someone = people.get(person);
            DutyPost place = places.get(post);
            if (someone != null && place != null) {
                fixed.add(new ShiftInput.Fixed(someone, place));
            }
        });
        return fixed;
    }

    /** Whoever stands at a post stays there, unless the duty officer decides otherwise. */
    private List<ShiftInput.Pair> present(LocalDate day) {
        return jdbc.sql("select person_id, post_id from attendance where shift_day = ? and left_at is null")
                .param(day)
                .query((row, number) -> new ShiftInput.Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    private double lot(UUID id, LocalDate day) {
        return chance.uniform(LOTTERY, id.getMostSignificantBits() ^ id.getLeastSignificantBits(), day.toEpochDay());
    }

    Map<UUID, UUID> told(LocalDate day) {
        Map<UUID, UUID> told = new HashMap<>();
        jdbc.sql("select person_id, post_id from assignment where shift_day = ?")
                .param(day)
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .forEach(entry -> told.put(entry.getKey(), entry.getValue()));
        return told;
    }

    private List<UUID> ids(String sql, LocalDate day) {
        return jdbc.sql(sql).param(day).query(UUID.class).list();
    }

    private List<ShiftInput.Pair> pairs(LocalDate day, String kind) {
        return jdbc.sql("select person_id, post_id from shift_choice where shift_day = ? and kind = ?")
                .params(day, kind)
                .query((row, number) -> new ShiftInput.Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    /** Only who confirmed counts: who was asked and declined did not serve and is not marked for it. */
    private Map<UUID, Integer> lastServed(LocalDate day) {
        Map<UUID, Integer> days = new HashMap<>();
        jdbc.sql("select person_id, (:day - max(shift_day))::int as days from assignment where state = 'CONFIRMED'"
                        + " and shift_day < :day and shift_day >= cast(:day as date) - cast(:remembered as int)"
                        + " group by person_id")
                .param("day", day)
                .param("remembered", ShiftCosts.REMEMBERED_DAYS)
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
                .list()
                .forEach(entry -> days.put(entry.getKey(), entry.getValue()));
        return days;
    }
}
