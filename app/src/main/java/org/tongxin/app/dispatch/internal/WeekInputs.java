package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.dispatch.Weeks;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.core.allocation.DutyRest;

/** Reads what a street's week is planned from. */
@Component
class WeekInputs {

    private static final int DAYS_OF_WEEK = 7;

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final ShiftInputs inputs;

    WeekInputs(JdbcClient jdbc, Organisation organisation, ShiftInputs inputs) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.inputs = inputs;
    }

    WeekInput read(String street, LocalDate firstDay) {
        List<DutyPost> posts = inputs.postsToCover(firstDay).stream()
                .filter(post -> post.areaPath().startsWith(street))
                .toList();
        return new WeekInput(
                firstDay,
                organisation.people(street),
                posts,
                given(firstDay),
                onDays(
                        "select person_id, shift_day from shift_unavailable where shift_day between ? and ?"
                                + " union select person_id, shift_day from shift_wish where kind = 'CANNOT'"
                                + " and shift_day between ? and ?",
                        firstDay,
                        2),
                onDays(
                        "select person_id, shift_day from shift_wish where kind = 'WANTS' and shift_day between ? and ?",
                        firstDay,
                        1),
                leftOut(firstDay));
    }

    private static LocalDate lastDay(LocalDate firstDay) {
        return firstDay.plusDays(Weeks.DAYS - 1L);
    }

    private record Row(UUID person, LocalDate day, UUID post) {}

    /** From the day before the first week to the day after the last. */
    private List<WeekInput.Given> given(LocalDate firstDay) {
        Map<UUID, DutyPost> posts =
                organisation.posts("").stream().collect(Collectors.toMap(DutyPost::id, Function.identity()));
        List<WeekInput.Given> given = new ArrayList<>();
        jdbc.sql("select person_id as person, shift_day as day, post_id as post from assignment"
                        + " where shift_day between ? and ? order by shift_day, person_id")
                .params(
                        DutyRest.monday(firstDay).minusDays(1),
                        DutyRest.monday(lastDay(firstDay)).plusDays(DAYS_OF_WEEK))
                .query(Row.class)
                .list()
                .forEach(row -> Optional.ofNullable(posts.get(row.post()))
                        .ifPresent(post -> given.add(new WeekInput.Given(row.person(), row.day(), post))));
        return given;
    }

    private Set<WeekInput.OnDay> onDays(String sql, LocalDate firstDay, int times) {
        List<Object> days = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            days.add(firstDay);
            days.add(lastDay(firstDay));
        }
        return new HashSet<>(jdbc.sql(sql)
                .params(days)
                .query((row, number) ->
                        new WeekInput.OnDay(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)))
                .list());
    }

    private Map<LocalDate, Set<ShiftInput.Pair>> leftOut(LocalDate firstDay) {
        Map<LocalDate, Set<ShiftInput.Pair>> leftOut = new HashMap<>();
        jdbc.sql("select shift_day, person_id, post_id from shift_choice where kind = 'LEFT_OUT'"
                        + " and shift_day between ? and ?")
                .params(firstDay, lastDay(firstDay))
                .query((row, number) -> leftOut.computeIfAbsent(
                                row.getObject(1, LocalDate.class), day -> new HashSet<>())
                        .add(new ShiftInput.Pair(row.getObject(2, UUID.class), row.getObject(3, UUID.class))))
                .list();
        return leftOut;
    }
}
