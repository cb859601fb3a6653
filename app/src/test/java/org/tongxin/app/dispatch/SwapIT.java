package org.tongxin.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.dispatch.duty.Links;
import org.tongxin.app.dispatch.duty.OwnDuties;
import org.tongxin.app.dispatch.duty.Swaps;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWorkRunner;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.core.allocation.DutyRest;

/** Shifts handed on and exchanged by those who have them. Post 3 needs a nurse and is dangerous; posts 0 to 2 are checkpoints. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, ShiftStreet.class})
class SwapIT {

    private static final LocalDate MONDAY = DutyRest.monday(TODAY).plusDays(7);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

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
    Swaps swaps;

    @Autowired
    OwnDuties duties;

    @Autowired
    Links links;

    @Autowired
    DueWorkRunner due;

    private UUID lina;
    private UUID zhaomin;
    private UUID nurse;

    @BeforeEach
    void open() {
        town.open();
        jdbc.sql("delete from shift_swapped").update();
        lina = town.person(1);
        zhaomin = town.person(2);
        nurse = town.person(7);
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private UUID give(LocalDate day, int post, UUID person) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into shift_post (shift_day, post_id, area_path) values (?, ?, ?) on conflict do nothing")
                .params(day, town.post(post), ShiftStreet.community(post % 6))
                .update();
        jdbc.sql("insert into assignment (id, shift_day, post_id, person_id, state, metres, rank, eligible,"
                        + " nearer_elsewhere, assigned_at) values (?, ?, ?, ?, 'CONFIRMED', 0, 1, 9, 0, now())")
                .params(id, day, town.post(post), person)
                .update();
        return id;
    }

    private String take(UUID person, String code, @Nullable UUID inReturn, boolean risk) {
        Outcome<UUID> outcome = swaps.accept(person, code, inReturn, risk);
        return outcome instanceof Outcome.Refused<UUID> refused
                ? refused.refusal().code()
                : "accepted";
    }

    private String whoIsAt(LocalDate day, int post) {
        return jdbc.sql("select n.name from assignment a join person n on n.id = a.person_id where a.shift_day = ?"
                        + " and a.post_id = ? and a.state = 'CONFIRMED' order by n.name")
                .params(day, town.post(post))
                .query(String.class)
                .list()
                .toString();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Test
    void aShiftIsHandedOnToWhoeverHasTheCodeAndNothingSaysWhoElseWasAsked() {
        UUID shift = give(MONDAY, 0, lina);
        String code = swaps.offer(lina, shift, 0).orThrow();
        assertThat(swaps.look(zhaomin, code).orThrow().day()).isEqualTo(MONDAY);
        assertThat(take(lina, code, null, false)).isEqualTo("D-064");

        assertThat(take(zhaomin, code.toLowerCase(Locale.ROOT), null, false)).isEqualTo("accepted");

        assertThat(whoIsAt(MONDAY, 0)).isEqualTo("[某2]");
        assertThat(duties.coming(lina)).isEmpty();
        assertThat(count("select count(*) from shift_swap")).isZero();
        assertThat(take(town.person(3), code, null, false)).as("too late").isEqualTo("D-063");
        assertThat(count("select count(*) from audit_entry where concat(subject, details) like '%" + lina
                        + "%' or concat(subject, details) like '%" + zhaomin + "%'"))
                .isZero();
        dispatch.plan(district.actor("officer"), MONDAY, "test").orThrow();
        assertThat(dispatch.assignments(MONDAY, ""))
                .as("the plan keeps to it")
                .anyMatch(
                        each -> each.personId().equals(zhaomin) && each.postId().equals(town.post(0)))
                .noneMatch(each -> each.personId().equals(lina));
        clock.holdAt(clock.at(TUESDAY.plusDays(1), LocalTime.NOON));
        due.runDue();
        assertThat(count("select count(*) from shift_swapped")).isZero();
    }

    @Test
    void whatIsTakenBackCannotBeTaken() {
        UUID shift = give(MONDAY, 0, lina);
        String first = swaps.offer(lina, shift, 0).orThrow();
        String second = swaps.offer(lina, shift, 0).orThrow();
        assertThat(take(zhaomin, first, null, false)).as("an older code").isEqualTo("D-063");
        swaps.withdraw(zhaomin, shift);
        assertThat(swaps.of(lina)).as("only its owner takes it back").hasSize(1);
        swaps.withdraw(lina, shift);
        assertThat(take(zhaomin, second, null, false)).isEqualTo("D-063");
        assertThat(whoIsAt(MONDAY, 0)).isEqualTo("[某1]");
        String third = swaps.offer(lina, shift, 0).orThrow();
        duties.answer(lina, shift, false, false).orThrow();
        assertThat(take(zhaomin, third, null, false))
                .as("who declines has nothing to offer")
                .isEqualTo("D-063");
    }

    @Test
    void anOwnCodeClearsNoCountOfWrongOnes() {
        clock.holdAt(clock.now().plus(Duration.ofHours(1)));
        String own = swaps.offer(lina, give(MONDAY, 1, lina), 0).orThrow();
        String right = swaps.offer(zhaomin, give(MONDAY, 2, zhaomin), 0).orThrow();
        for (int round = 0; round < 3; round++) {
            assertThat(take(lina, "WRONG" + round, null, false)).isEqualTo("D-063");
            swaps.look(lina, own);
        }

        assertThat(swaps.look(lina, right)).as("after five tries").isInstanceOf(Outcome.Refused.class);
        clock.holdAt(clock.now().plus(Duration.ofMinutes(16)));
        assertThat(swaps.look(lina, right)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void everyRuleIsCheckedWhenItIsTaken() {
        UUID shift = give(MONDAY, 0, lina);
        String code = swaps.offer(lina, shift, 0).orThrow();
        give(MONDAY, 1, zhaomin);
        assertThat(take(zhaomin, code, null, false)).as("one shift a day").isEqualTo("D-066");
        UUID busy = town.person(3);
        for (int day = 1; day < 6; day++) {
            give(MONDAY.plusDays(day), 1, busy);
        }
        assertThat(take(busy, code, null, false)).as("five shifts that week").isEqualTo("D-067");

        UUID dangerous = give(TUESDAY, 3, nurse);
        String danger = swaps.offer(nurse, dangerous, 0).orThrow();
        assertThat(take(town.person(4), danger, null, true)).as("no nurse").isEqualTo("D-065");
        UUID colleague = town.person(14);
        assertThat(take(colleague, danger, null, false)).as("risks not read").isEqualTo("D-030");
        jdbc.sql("update person set insured = false where id = ?")
                .param(colleague)
                .update();
        assertThat(take(colleague, danger, null, true)).as("not insured").isEqualTo("D-065");
        jdbc.sql("update person set insured = true where id = ?")
                .param(colleague)
                .update();
        assertThat(take(colleague, danger, null, true)).isEqualTo("accepted");
        assertThat(count("select count(*) from assignment where person_id = '" + colleague
                        + "' and risk_read_at is not null"))
                .isEqualTo(1);
        assertThat(whoIsAt(MONDAY, 0)).as("nothing refused changed anything").isEqualTo("[某1]");
    }

    @Test
    void twoExchangeTheirShiftsWhenBothMayStandThere() {
        UUID monday = give(MONDAY, 0, lina);
        UUID tuesday = give(TUESDAY, 1, zhaomin);
        UUID later = give(MONDAY.plusDays(20), 1, zhaomin);
        String code = swaps.offer(lina, monday, 14).orThrow();
        assertThat(swaps.look(zhaomin, code).orThrow().mine())
                .extracting(Swaps.Mine::assignment)
                .containsExactly(tuesday);
        assertThat(take(zhaomin, code, null, false)).as("nothing in return").isEqualTo("D-069");
        assertThat(take(zhaomin, code, later, false)).as("too late a day").isEqualTo("D-069");

        assertThat(take(zhaomin, code, tuesday, false)).isEqualTo("accepted");

        assertThat(whoIsAt(MONDAY, 0)).isEqualTo("[某2]");
        assertThat(whoIsAt(TUESDAY, 1)).isEqualTo("[某1]");
        assertThat(count("select count(*) from shift_swapped where exchanged")).isEqualTo(2);
    }

    @Test
    void onTheSameDayTwoExchangePostsAndBothStayFreeForIt() {
        UUID one = give(MONDAY, 0, lina);
        UUID other = give(MONDAY, 1, zhaomin);
        String code = swaps.offer(lina, one, 14).orThrow();

        assertThat(take(zhaomin, code, other, false)).isEqualTo("accepted");

        assertThat(whoIsAt(MONDAY, 0) + whoIsAt(MONDAY, 1)).isEqualTo("[某2][某1]");
        assertThat(count("select count(*) from shift_unavailable")).isZero();
    }

    @Test
    void aShiftThatTheOtherMayNotHaveIsNoReturn() {
        UUID monday = give(MONDAY, 0, lina);
        give(TUESDAY, 2, lina);
        UUID tuesday = give(TUESDAY, 1, zhaomin);
        String code = swaps.offer(lina, monday, 14).orThrow();
        assertThat(take(zhaomin, code, tuesday, false)).isEqualTo("D-068");
        UUID nurses = give(TUESDAY, 3, nurse);
        assertThat(take(nurse, code, nurses, false)).as("Li Na is no nurse").isEqualTo("D-065");
    }

    @Test
    void ofManyAtOnceExactlyOneGetsIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            LocalDate day = MONDAY.plusDays(round);
            UUID shift = give(day, 0, lina);
            String code = swaps.offer(lina, shift, 0).orThrow();
            List<Callable<String>> takers = List.of(
                    () -> take(zhaomin, code, null, false),
                    () -> take(town.person(3), code, null, false),
                    () -> take(town.person(4), code, null, false),
                    () -> {
                        swaps.withdraw(lina, shift);
                        return "withdrawn";
                    });
            try (ExecutorService all = Executors.newFixedThreadPool(takers.size())) {
                long accepted = 0;
                for (Future<String> end : all.invokeAll(takers)) {
                    accepted += end.get().equals("accepted") ? 1 : 0;
                }
                assertThat(accepted).isLessThanOrEqualTo(1);
            }
            assertThat(count("select count(*) from assignment where shift_day = '" + day + "'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void twoWhoOfferAndTakeFromBothSidesExchangeOnce() throws Exception {
        UUID monday = give(MONDAY, 0, lina);
        UUID tuesday = give(TUESDAY, 1, zhaomin);
        String linas = swaps.offer(lina, monday, 14).orThrow();
        String zhaomins = swaps.offer(zhaomin, tuesday, 14).orThrow();
        List<Callable<String>> both =
                List.of(() -> take(zhaomin, linas, tuesday, false), () -> take(lina, zhaomins, monday, false));
        try (ExecutorService all = Executors.newFixedThreadPool(2)) {
            List<Future<String>> ends = all.invokeAll(both);
            assertThat(List.of(ends.get(0).get(), ends.get(1).get())).containsExactlyInAnyOrder("accepted", "D-063");
        }
        assertThat(whoIsAt(MONDAY, 0) + whoIsAt(TUESDAY, 1)).isEqualTo("[某2][某1]");
    }

    @Test
    void itIsOfferedAndTakenOnTheOwnPagesAndTheOfficerSeesIt() throws Exception {
        UUID shift = give(MONDAY, 0, lina);
        String own = "/duty/" + links.ofPerson(lina);
        mvc.perform(post(own + "/swaps").with(csrf()).param("assignment", shift.toString()));
        String code = swaps.of(lina).get(shift).code();
        assertThat(page(own)).contains(code);

        String others = "/duty/" + links.ofPerson(zhaomin);
        String look = mvc.perform(post(others + "/swaps/look")
                        .with(csrf())
                        .param("swapCode", code)
                        .locale(Locale.SIMPLIFIED_CHINESE))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(look).contains("接下这一班").contains("岗0").doesNotContain("某1");
        mvc.perform(post(others + "/swaps/taken").with(csrf()).param("swapCode", code));

        assertThat(whoIsAt(MONDAY, 0)).isEqualTo("[某2]");
        assertThat(page(own)).doesNotContain(code);
        assertThat(mvc.perform(get("/dispatch/posts/" + town.post(0) + "?day=" + MONDAY)
                                .session(district.session(mvc, "officer"))
                                .locale(Locale.SIMPLIFIED_CHINESE))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("本岗一人经本人商定换了人");
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(address).locale(Locale.SIMPLIFIED_CHINESE))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
