package org.tongxin.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tongxin.app.dispatch.duty.ServiceRecords;
import org.tongxin.app.dispatch.duty.Vacancies;
import org.tongxin.app.platform.Outcome;

/** Who is at a post, noted with its code or by hand, and what stands vacant. */
class PresenceIT extends FieldStory {

    @Test
    void theCodeIsWorthSomethingOnlyToThePersonOnThePost() throws Exception {
        assign(TODAY, chen, gate, "CONFIRMED");
        assign(TODAY, wu, site, "CONFIRMED");
        String gateCode = codeOnTheSheet("street", TODAY, gate);
        at(TODAY, "08:05");
        Map<String, Long> before = rows();

        assertThat(code(attendances.arrive(far, gateCode, false)))
                .as("not on the rota")
                .isEqualTo("D-033");
        assertThat(code(attendances.arrive(wu, gateCode, true)))
                .as("of another post")
                .isEqualTo("D-032");
        assertThat(code(attendances.arrive(chen, wrong(gateCode), false))).isEqualTo("D-032");
        assertThat(code(attendances.leave(far, gateCode))).isEqualTo("D-038");
        assertThat(answer(post(page(far) + "/arrivals").param("code", gateCode)).getStatus())
                .isEqualTo(422);
        assertThat(rows()).as("rows of every table").isEqualTo(before);

        assertThat(code(attendances.arrive(chen, gateCode, false))).isEqualTo("accepted");
        assertThat(rows().get("attendance")).isEqualTo(before.get("attendance") + 1);
    }

    @Test
    void aCodeOfAnotherDayAndAnotherTimeStoresNothing() throws Exception {
        assign(TODAY, chen, gate, "CONFIRMED");
        assign(TOMORROW, chen, gate, "CONFIRMED");
        String today = codeOnTheSheet("street", TODAY, gate);
        String tomorrow = codeOnTheSheet("street", TOMORROW, gate);
        Map<String, Long> before = rows();

        at(TODAY, "06:59");
        assertThat(code(attendances.arrive(chen, today, false))).isEqualTo("D-034");
        at(TODAY, "07:00");
        assertThat(code(attendances.arrive(chen, tomorrow, false)))
                .isEqualTo(today.equals(tomorrow) ? "accepted" : "D-032");
        at(TODAY, "20:00");
        assertThat(code(attendances.arrive(chen, today, false)))
                .as("past shift")
                .isEqualTo("D-035");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whoHasNotAnsweredIsNotExpected() throws Exception {
        UUID asked = assign(TODAY, chen, gate, "INVITED");
        String code = codeOnTheSheet("street", TODAY, gate);
        at(TODAY, "08:00");

        assertThat(code(attendances.arrive(chen, code, false))).isEqualTo("D-037");
        assertThat(code(attendances.mark(street, gate, asked, true, false))).isEqualTo("D-037");
    }

    @Test
    void wrongCodesAreLimitedAndRightOnesAreThenNotLookedAt() throws Exception {
        assign(TODAY, lin, gate, "CONFIRMED");
        String code = codeOnTheSheet("street", TODAY, gate);
        at(TODAY, "08:00");
        for (int left = 4; left >= 0; left--) {
            assertThat(attendances.arrive(lin, wrong(code), false).toString()).contains("D-032", "[" + left + "]");
        }

        assertThat(code(attendances.arrive(lin, code, false))).isEqualTo("D-036");
        at(TODAY, "08:16");
        assertThat(code(attendances.arrive(lin, code, false))).isEqualTo("accepted");
    }

    @Test
    void comingTwiceAndAtOnceIsComingOnce() throws Exception {
        assign(TODAY, chen, gate, "CONFIRMED");
        String code = codeOnTheSheet("street", TODAY, gate);
        at(TODAY, "08:00");

        List<Outcome<UUID>> answers = atOnce(4, () -> attendances.arrive(chen, code, false));

        assertThat(answers).allSatisfy(answer -> assertThat(code(answer)).isEqualTo("accepted"));
        at(TODAY, "09:00");
        assertThat(code(attendances.arrive(chen, code, false))).isEqualTo("accepted");
        assertThat(jdbc.sql("select came_at from attendance")
                        .query((row, number) -> row.getTimestamp(1).toInstant())
                        .list())
                .containsExactly(clock.at(TODAY, LocalTime.of(8, 0)));
    }

    @Test
    void theHourOfLeavingMakesTheRecord() throws Exception {
        UUID asked = assign(TODAY, chen, gate, "CONFIRMED");
        String code = codeOnTheSheet("street", TODAY, gate);
        at(TODAY, "07:55");
        attendances.arrive(chen, code, false).orThrow();
        at(TODAY, "11:40");
        assertThat(code(attendances.leave(chen, wrong(code)))).isEqualTo("D-032");
        assertThat(code(attendances.leave(chen, code))).isEqualTo("accepted");
        assertThat(code(attendances.leave(chen, code))).as("twice").isEqualTo("D-038");
        assertThat(code(duties.answer(chen, asked, false, false)))
                .as("a no afterwards")
                .isEqualTo("D-039");

        assertThat(records.of(chen))
                .extracting(ServiceRecords.Served::minutes, ServiceRecords.Served::assumedEnd)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(225, false));
    }

    @Test
    void aForgottenCheckOutIsTheEndOfTheShiftAndMarkedSo() throws Exception {
        assign(TODAY, chen, gate, "CONFIRMED");
        String code = codeOnTheSheet("street", TODAY, gate);
        at(TODAY, "08:00");
        attendances.arrive(chen, code, false).orThrow();
        at(TODAY, "20:59");
        due.runDue();
        assertThat(records.of(chen)).isEmpty();
        at(TODAY, "21:00");
        due.runDue();
        due.runDue();

        assertThat(records.of(chen))
                .extracting(ServiceRecords.Served::minutes, ServiceRecords.Served::assumedEnd)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(720, true));
        assertThat(jdbc.sql("select left_by from attendance")
                        .query(String.class)
                        .single())
                .isEqualTo("SHIFT_END");
    }

    @Test
    void aWorkerNotesByHandInTheirOwnTerritoryOnly() {
        UUID asked = assign(TODAY, wu, gate, "CONFIRMED");
        at(TODAY, "08:10");

        assertThat(code(attendances.mark(neighbour, gate, asked, true, false))).isEqualTo("D-003");
        assertThat(code(attendances.mark(analyst, gate, asked, true, false))).isEqualTo("I-003");
        assertThat(code(attendances.mark(street, gate, asked, false, false))).isEqualTo("D-038");
        assertThat(code(attendances.mark(street, gate, asked, true, false))).isEqualTo("accepted");
        at(TODAY, "12:10");
        assertThat(code(attendances.mark(street, gate, asked, false, false))).isEqualTo("accepted");
        assertThat(records.of(wu)).extracting(ServiceRecords.Served::minutes).containsExactly(240);
    }

    @Test
    void postedStaffAtADangerousPostReadTheRisksBeforeTheyStart() throws Exception {
        UUID asked = assign(TODAY, wu, site, "CONFIRMED");
        String code = codeOnTheSheet("street", TODAY, site);
        at(TODAY, "08:00");

        assertThat(code(attendances.arrive(wu, code, false))).isEqualTo("D-030");
        assertThat(code(attendances.mark(street, site, asked, true, false))).isEqualTo("D-030");
        assertThat(code(attendances.arrive(wu, code, true))).isEqualTo("accepted");
    }

    @Test
    void theCodeIsShownInTheTerritoryOnlyAndThatIsOnRecord() throws Exception {
        assertThat(answer(get("/dispatch/posts/" + gate + "/sheet").session(district.session(mvc, "meixi")))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(get("/dispatch/posts/" + gate + "/sheet").session(district.session(mvc, "analyst")))
                        .getStatus())
                .isEqualTo(403);
        codeOnTheSheet("street", TODAY, gate);
        assertThat(jdbc.sql("select login from audit_entry where action = 'duty.code.shown' and subject = ?"
                                + " order by seq desc limit 1")
                        .param("post:" + gate)
                        .query(String.class)
                        .single())
                .isEqualTo("street");
    }

    @Test
    void aVacantPostIsSeenAndNeverStored() {
        UUID asked = assign(TODAY, wu, gate, "CONFIRMED");
        assign(TODAY, far, meixi, "CONFIRMED");
        at(TODAY, "08:29");
        assertThat(vacancies.of(officer, TODAY).watched()).isFalse();
        at(TODAY, "08:30");
        Map<String, Long> before = rows();

        assertThat(vacancies.of(officer, TODAY)).isEqualTo(new Vacancies.Seen(true, 2, List.of()));
        assertThat(vacancies.of(street, TODAY).named())
                .extracting(Vacancies.Post::name, Vacancies.Post::away)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("柳荫苑北门", 1));
        assertThat(rows()).isEqualTo(before);
        attendances.mark(street, gate, asked, true, false).orThrow();
        assertThat(vacancies.of(street, TODAY).posts()).isZero();
        attendances.mark(street, gate, asked, false, false).orThrow();
        assertThat(vacancies.of(street, TODAY).posts())
                .as("who has left was there")
                .isZero();
        at(TODAY, "20:00");
        assertThat(vacancies.of(officer, TODAY).watched()).isFalse();
    }
}
