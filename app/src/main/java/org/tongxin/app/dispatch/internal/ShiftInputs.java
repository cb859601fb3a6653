package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import java.time.LocalTime;
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
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.core.allocation.DutyRest;
import org.tongxin.core.allocation.DutyTurn;
import org.tongxin.core.random.KeyedRandom;

/** Reads what a shift is planned from. */
@Component
class ShiftInputs {

    private static final int LOTTERY = 64;
    private static final int DAYS_OF_WEEK = 7;

    /** Noted as not free, or said beforehand on the own page. */
    private static final String AWAY = "select person_id from shift_unavailable where shift_day = :day"
            + " union select person_id from shift_wish where shift_day = :day and kind = 'CANNOT'";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final ShiftHours hours;
    private final KeyedRandom chance;

    ShiftInputs(JdbcClient jdbc, Organisation organisation, ShiftHours hours, PlatformSettings settings) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.hours = hours;
        this.chance = new KeyedRandom(settings.seed());
    }

    /** The posts of all streets that an order calls to be covered, in the order of the day's lottery. */
    List<DutyPost> postsToCover(LocalDate day) {
        List<String> streets = jdbc.sql("select distinct street_path from street_coverage")
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
        Set<UUID> enrolled = new HashSet<>(ids("select post_id from shift_post where shift_day = :day", day));
        List<DutyPost> posts = postsToCover(day).stream()
                .filter(post -> enrolled.contains(post.id()))
                .toList();
        Set<UUID> away = new HashSet<>(ids(AWAY, day));
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
                lastServed(day),
                rests(day));
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

    /**
     * Whoever has come to a post keeps that place until the shift is over, also after they left: nobody is sent elsewhere who has
     * done their part. Of somebody who has been at several posts the last one counts, unless the duty officer decides otherwise.
     */
    private List<ShiftInput.Pair> present(LocalDate day) {
        return jdbc.sql("select distinct on (person_id) person_id, post_id from attendance where shift_day = ?"
                        + " order by person_id, left_at desc nulls first, came_at desc, post_id")
                .param(day)
                .query((row, number) -> new ShiftInput.Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    private Rests rests(LocalDate day) {
        return new Rests(turns(day), post -> hours.turn(day, post), hours.rules());
    }

    /** What people have on other days that may keep them from this one, asked or confirmed. */
    private Map<UUID, List<DutyTurn>> turns(LocalDate day) {
        LocalDate monday = DutyRest.monday(day);
        Map<UUID, List<DutyTurn>> turns = new HashMap<>();
        jdbc.sql(
                        "select a.person_id, a.shift_day, p.starts, p.ends from assignment a join duty_post p on p.id = a.post_id"
                                + " where a.shift_day between ? and ? and a.shift_day <> ? order by a.shift_day")
                .params(monday.minusDays(1), monday.plusDays(DAYS_OF_WEEK), day)
                .query((row, number) -> turns.computeIfAbsent(
                                row.getObject("person_id", UUID.class), person -> new ArrayList<>())
                        .add(hours.turn(
                                row.getObject("shift_day", LocalDate.class),
                                row.getObject("starts", LocalTime.class),
                                row.getObject("ends", LocalTime.class))))
                .list();
        return turns;
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
        return jdbc.sql(sql).param("day", day).query(UUID.class).list();
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
