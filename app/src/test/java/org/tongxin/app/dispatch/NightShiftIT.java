package org.tongxin.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.dispatch.duty.Attendances;
import org.tongxin.app.dispatch.duty.Links;
import org.tongxin.app.dispatch.duty.ServiceRecords;
import org.tongxin.app.dispatch.duty.Vacancies;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWorkRunner;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** A shift from 20:00 to 6:00 is of the day on which it begins, until an hour after its end. */
@SpringBootTest(properties = {"tongxin.mode=operation", "tongxin.duty.starts=20:00", "tongxin.duty.ends=06:00"})
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, ShiftStreet.class})
class NightShiftIT {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);

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
    Attendances attendances;

    @Autowired
    ServiceRecords records;

    @Autowired
    Vacancies vacancies;

    @Autowired
    Links links;

    @Autowired
    DueWorkRunner due;

    private Actor officer;
    private Actor street;
    private List<Assignment> asked;

    @BeforeEach
    void open() {
        town.open();
        officer = district.actor("officer");
        street = district.actor("street");
        dispatch.plan(officer, TODAY, "test").orThrow();
        jdbc.sql("update assignment set risk_read_at = now(), risk_read_by = 'READ_OUT'")
                .update();
        asked = dispatch.assignments(TODAY, "");
        Map<UUID, Boolean> comes = new HashMap<>();
        asked.forEach(each -> comes.put(each.id(), true));
        dispatch.answer(officer, TODAY, comes).orThrow();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private void at(LocalDate day, String time) {
        clock.holdAt(clock.at(day, LocalTime.parse(time)));
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "accepted";
    }

    private Outcome<UUID> mark(Assignment someone, boolean present) {
        return attendances.mark(street, someone.postId(), someone.id(), present, false);
    }

    @Test
    void whoComesInTheEveningLeavesInTheMorning() {
        at(TODAY, "18:59");
        assertThat(code(mark(asked.getFirst(), true))).isEqualTo("D-034");
        at(TODAY, "20:00");
        mark(asked.getFirst(), true).orThrow();
        at(TOMORROW, "01:00");
        mark(asked.get(1), true).orThrow();
        assertThat(vacancies.of(street, TODAY).watched()).isTrue();
        at(TOMORROW, "05:30");
        mark(asked.getFirst(), false).orThrow();
        assertThat(records.of(asked.getFirst().personId()))
                .extracting(ServiceRecords.Served::shiftDay, ServiceRecords.Served::minutes)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(TODAY, 570));
        at(TOMORROW, "07:00");
        due.runDue();
        assertThat(records.of(asked.get(1).personId()))
                .extracting(ServiceRecords.Served::minutes)
                .containsExactly(300);
    }

    @Test
    void midnightForgetsNothingOfTheShiftThatRunsAndTheMorningDoes() throws Exception {
        Assignment declines = asked.getLast();
        at(TOMORROW, "02:00");
        due.runDue();
        assertThat(code(dispatch.answer(officer, TODAY, Map.of(declines.id(), false))))
                .isEqualTo("accepted");
        due.runDue();
        assertThat(dispatch.repairs(TODAY, "", null, 9)).hasSize(1);
        String page = mvc.perform(get("/duty/" + links.ofPerson(asked.getFirst().personId())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("20:00–06:00", "到岗签到");

        at(TOMORROW, "06:00");
        assertThat(code(dispatch.answer(officer, TODAY, Map.of(asked.getFirst().id(), false))))
                .isEqualTo("D-050");
        at(TOMORROW, "07:00");
        due.runDue();
        assertThat(dispatch.repairs(TODAY, "", null, 9)).isEmpty();
        assertThat(code(dispatch.answer(officer, TODAY, Map.of(asked.getFirst().id(), false))))
                .isEqualTo("D-001");
    }
}
