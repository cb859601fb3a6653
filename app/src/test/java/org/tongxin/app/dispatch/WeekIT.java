package org.tongxin.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.dispatch.duty.Calendars;
import org.tongxin.app.dispatch.duty.Links;
import org.tongxin.app.dispatch.duty.OwnDuties;
import org.tongxin.app.dispatch.duty.Wishes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWorkRunner;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.core.allocation.DutyRest;

/** The week of a street: solved and shown, published by a named person, asked of people who may decline. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, ShiftStreet.class})
class WeekIT {

    private static final LocalDate FIRST = TODAY.plusDays(1);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    ShiftStreet town;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Weeks weeks;

    @Autowired
    Wishes wishes;

    @Autowired
    OwnDuties duties;

    @Autowired
    Calendars calendars;

    @Autowired
    Links links;

    @Autowired
    DueWorkRunner due;

    private Actor officer;

    @BeforeEach
    void open() {
        jdbc.sql("delete from week_plan").update();
        jdbc.sql("delete from shift_wish").update();
        town.open();
        officer = district.actor("officer");
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    @Test
    void aPhoneShowsOneDayOfTheWeek() throws Exception {
        weeks.plan(officer, STREET);

        assertThat(page("/dispatch/week?street=" + STREET + "&day=" + FIRST.plusDays(2)))
                .as("six days of each post stand back")
                .contains("day=" + FIRST.plusDays(2) + "#plan-h\" aria-current=\"true\"")
                .contains("class=\"tx-other-day\"");
        assertThat(page("/dispatch/week?street=" + STREET + "&day=never"))
                .contains("day=" + FIRST + "#plan-h\" aria-current=\"true\"");
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(address).session(district.session(mvc, "officer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "accepted";
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Test
    void aWeekKeepsTheRulesAndTellsNobodyBeforeItIsPublished() {
        wishes.say(town.person(0), Map.of(FIRST, Wishes.Wish.CANNOT)).orThrow();
        Weeks.Week week = weeks.plan(officer, STREET).orThrow();

        assertThat(week.firstDay()).isEqualTo(FIRST);
        assertThat(week.bound()).isPositive().isLessThanOrEqualTo(week.total());
        assertThat(week.slots()).isEqualTo(7 * 8 * 3);
        assertThat(week.filled()).isPositive();
        assertThat(week.empty())
                .isEqualTo(weeks.missing(week).stream()
                        .mapToInt(Weeks.Missing::missing)
                        .sum());
        assertThat(weeks.missing(week))
                .as("five of six nurses for two posts of three")
                .isNotEmpty()
                .allSatisfy(missing -> assertThat(missing.listed())
                        .isEqualTo(missing.busy() + missing.resting() + missing.fullWeek() + missing.dear()));
        assertThat(weeks.places(week))
                .hasSize(week.filled())
                .allMatch(place -> place.state().equals("DRAFT"));
        assertThat(count("select max(n) from (select count(*) as n from week_place group by person_id,"
                        + " date_trunc('week', shift_day)) w"))
                .isLessThanOrEqualTo(5);
        assertThat(count("select count(*) from assignment")).as("told").isZero();
        assertThat(weeks.findDraft(STREET)).contains(week);

        Weeks.Week again = weeks.plan(officer, STREET).orThrow();
        assertThat(again.total()).as("the same week again").isEqualTo(week.total());
        assertThat(count("select count(*) from week_plan")).as("drafts").isEqualTo(1);
    }

    @Test
    void turnsToldBeforeThatBreakALimitOfTodayAreFactsAndHoldUpNoWeek() {
        LocalDate monday = DutyRest.monday(FIRST.plusDays(6));
        for (int day = 0; day < 6; day++) {
            LocalDate told = monday.plusDays(day);
            jdbc.sql("insert into shift_post (shift_day, post_id, area_path) values (?, ?, ?) on conflict do nothing")
                    .params(told, town.post(0), ShiftStreet.community(0))
                    .update();
            jdbc.sql("insert into assignment (id, shift_day, post_id, person_id, state, metres, rank, eligible,"
                            + " nearer_elsewhere, assigned_at) values (gen_random_uuid(), ?, ?, ?, 'CONFIRMED', 0, 1, 9, 0,"
                            + " now())")
                    .params(told, town.post(0), town.person(1))
                    .update();
        }

        Weeks.Week week = weeks.plan(officer, STREET).orThrow();

        assertThat(week.slots()).isEqualTo(7 * 8 * 3);
        assertThat(weeks.places(week))
                .filteredOn(place -> place.personId().equals(town.person(1)))
                .as("six turns are more than a week takes: none is added to it")
                .noneMatch(
                        place -> place.state().equals("DRAFT") && !place.day().isBefore(monday));
    }

    @Test
    void publishingAsksPeopleAndTheDailyPlanKeepsToIt() {
        Weeks.Week week = weeks.plan(officer, STREET).orThrow();
        List<Weeks.Place> places = weeks.places(week);

        assertThat(weeks.publish(officer, week.id()).orThrow()).isEqualTo(week.filled());

        assertThat(count("select count(*) from assignment where state = 'INVITED'"))
                .isEqualTo(places.size());
        assertThat(count("select count(*) from week_place")).isZero();
        assertThat(weeks.findDraft(STREET)).isEmpty();
        Weeks.Week published = weeks.findPublished(STREET).orElseThrow();
        assertThat(published.publishedBy()).isEqualTo(officer.name());
        assertThat(weeks.places(published)).hasSameSizeAs(places);
        Dispatch.ShiftPlan daily = dispatch.plan(officer, FIRST, "test").orThrow();
        assertThat(daily.newlyAssigned()).as("the week keeps to its people").isZero();
        assertThat(code(weeks.publish(officer, week.id()))).as("twice").isEqualTo("D-059");
    }

    @Test
    void whoDeclinesLeavesNothingBehindAndTheCalendarHasWhatWasConfirmed() {
        Weeks.Week week = weeks.plan(officer, STREET).orThrow();
        weeks.publish(officer, week.id()).orThrow();
        Weeks.Place yes = weeks.places(week).getFirst();
        assertThat(duties.coming(yes.personId())).isNotEmpty().allMatch(duty -> duty.invited());
        UUID first = duties.coming(yes.personId()).getFirst().id();
        LocalDate day = duties.coming(yes.personId()).getFirst().shiftDay();

        assertThat(duties.answer(yes.personId(), first, true, true).orThrow()).isEqualTo(first);
        assertThat(calendars.ofPerson(yes.personId(), java.util.Locale.ENGLISH)).contains("BEGIN:VEVENT");
        duties.answer(yes.personId(), first, false, false).orThrow();

        assertThat(duties.coming(yes.personId()))
                .noneMatch(duty -> duty.shiftDay().equals(day));
        clock.holdAt(clock.at(day.plusDays(1), LocalTime.of(12, 0)));
        due.runDue();
        assertThat(count("select count(*) from shift_unavailable where person_id = '" + yes.personId() + "'"
                        + " and shift_day = '" + day + "'"))
                .isZero();
        assertThat(count("select count(*) from week_place")).isZero();
        assertThat(count("select count(*) from audit_entry where concat(subject, details) like '%" + yes.personId()
                        + "%'"))
                .isZero();
    }

    @Test
    void wishesCountAndWhoCannotIsNotAskedThatDay() {
        UUID nurse = town.person(0);
        Map<LocalDate, Wishes.Wish> said = new HashMap<>();
        said.put(FIRST, Wishes.Wish.CANNOT);
        said.put(FIRST.plusDays(1), Wishes.Wish.WANTS);
        wishes.say(nurse, said).orThrow();

        Weeks.Week week = weeks.plan(officer, STREET).orThrow();

        assertThat(weeks.places(week))
                .noneMatch(
                        place -> place.personId().equals(nurse) && place.day().equals(FIRST))
                .anyMatch(place -> place.personId().equals(nurse) && place.day().equals(FIRST.plusDays(1)));
        dispatch.plan(officer, FIRST, "test").orThrow();
        assertThat(dispatch.assignments(FIRST, ""))
                .as("nor by the plan of a day")
                .noneMatch(assignment -> assignment.personId().equals(nurse));
        clock.holdAt(clock.at(FIRST.plusDays(1), LocalTime.of(12, 0)));
        due.runDue();
        assertThat(count("select count(*) from shift_wish where kind = 'CANNOT'"))
                .isZero();
    }

    @Test
    void whatChangedSinceTheDraftStopsIt() {
        Weeks.Week week = weeks.plan(officer, STREET).orThrow();
        UUID gone = weeks.places(week).getFirst().personId();
        dispatch.unavailable(officer, weeks.places(week).getFirst().day(), List.of(gone))
                .orThrow();

        Outcome<Integer> outcome = weeks.publish(officer, week.id());

        assertThat(code(outcome)).isEqualTo("D-060");
        assertThat(count("select count(*) from assignment")).isZero();
        assertThat(weeks.findDraft(STREET)).contains(week);
        assertThat(code(weeks.plan(officer, OTHER))).isEqualTo("D-057");
        assertThat(code(weeks.plan(district.actor("street"), STREET))).isEqualTo("I-003");
        assertThat(code(weeks.publish(district.actor("street"), week.id()))).isEqualTo("I-003");
    }

    @Test
    void ofTwoWhoPublishAtOnceOneDoes() throws Exception {
        Weeks.Week week = weeks.plan(officer, STREET).orThrow();
        Callable<String> publish = () -> code(weeks.publish(officer, week.id()));
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<String>> ends = both.invokeAll(List.of(publish, publish));
            assertThat(List.of(ends.get(0).get(), ends.get(1).get())).containsExactlyInAnyOrder("accepted", "D-059");
        }
        assertThat(count("select count(*) from assignment")).isEqualTo(week.filled());
    }

    @Test
    void theOfficerPlansAndPublishesOnThePageAndTheVolunteerSaysWhichDaysSuit() throws Exception {
        wishes.say(town.person(0), Map.of(FIRST, Wishes.Wish.CANNOT)).orThrow();
        assertThat(read(get("/dispatch/week?street=" + STREET))).contains("这一周还没排");
        mvc.perform(post("/dispatch/week/plans")
                .session(district.session(mvc, "officer"))
                .with(csrf())
                .param("street", STREET));
        String page = read(get("/dispatch/week?street=" + STREET));
        Weeks.Week week = weeks.findDraft(STREET).orElseThrow();
        assertThat(page).contains("这是草案").contains("逐日求解").contains("空1位。能站这里的5人中，5人那天另有岗位");
        mvc.perform(post("/dispatch/week/publications")
                .session(district.session(mvc, "officer"))
                .with(csrf())
                .param("street", STREET)
                .param("week", week.id().toString()));
        assertThat(read(get("/dispatch/week?street=" + STREET))).contains("已发布");

        UUID volunteer = town.person(1);
        String own = "/duty/" + links.ofPerson(volunteer);
        LocalDate free = wishes.days(volunteer).getLast();
        mvc.perform(post(own + "/wishes").with(csrf()).param("wish-" + free, "CANNOT"));
        assertThat(wishes.of(volunteer)).containsExactly(Map.entry(free, "CANNOT"));
        mvc.perform(post(own + "/wishes").with(csrf()).param("wish-" + free, ""));
        assertThat(wishes.of(volunteer)).isEmpty();
    }

    private String read(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(
                        request.session(district.session(mvc, "officer")).locale(java.util.Locale.SIMPLIFIED_CHINESE))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
