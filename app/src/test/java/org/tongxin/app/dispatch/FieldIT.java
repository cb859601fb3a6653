package org.tongxin.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.dispatch.duty.DutyNotice;
import org.tongxin.app.dispatch.duty.UrgentCall;

/** Own pages, invitations, links and notices of risk: what somebody without an account is told and answers. */
class FieldIT extends FieldStory {

    @Test
    void aShiftThatWasCalledOffIsSaidOnTheOwnPageUnlessThereIsAnotherThatDay() throws Exception {
        jdbc.sql("insert into shift_called_off (shift_day, person_id, post_id, called_off_at) values (?, ?, ?, now())")
                .params(TOMORROW, chen, gate)
                .update();
        assertThat(read(get(page(chen)))).contains("不再要求值守，您不用来");
        assign(TOMORROW, chen, gate, "INVITED");
        assertThat(read(get(page(chen)))).doesNotContain("不再要求值守，您不用来");
        jdbc.sql("delete from shift_called_off").update();
    }

    @Test
    void theOwnPageNeedsNoAccountAndTellsNobody() throws Exception {
        assign(TOMORROW, chen, gate, "INVITED");
        MockHttpServletResponse answer = answer(get(page(chen)));
        String text = answer.getContentAsString(StandardCharsets.UTF_8);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(text).contains("陈小雨，3月27日能去柳荫苑北门吗", "去不去都可以", "约420米", "这次不去", "我去");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(answer.getHeader("Set-Cookie")).isNull();
        assertThat(text).contains("content=\"no-referrer\"").doesNotContain("same-origin");
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(60_000);
    }

    @Test
    void aWrongOrRenewedLinkOpensNothing() throws Exception {
        UUID asked = assign(TODAY, chen, gate, "CONFIRMED");
        String old = page(chen);
        String forged = old.substring(0, old.length() - 1) + (old.endsWith("A") ? "B" : "A");
        assertThat(answer(get(forged)).getStatus()).isEqualTo(404);
        assertThat(answer(get(old)).getStatus()).isEqualTo(200);

        mvc.perform(post("/dispatch/posts/" + gate + "/links")
                        .session(district.session(mvc, "street"))
                        .with(csrf())
                        .param("day", TODAY.toString())
                        .param("assignment", asked.toString()))
                .andReturn();

        assertThat(answer(get(old)).getStatus()).isEqualTo(404);
        assertThat(read(get(old))).contains("这个链接打不开了");
        assertThat(answer(post(old + "/answers")
                                .param("assignment", asked.toString())
                                .param("comes", "false"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(get(old + "/calendar.ics")).getStatus()).isEqualTo(404);
        assertThat(answer(get(page(chen))).getStatus()).isEqualTo(200);
    }

    @Test
    void aLinkIsRenewedWithoutAShiftWhereThePersonLives() throws Exception {
        String old = page(chen);
        assertThat(renew("meixi", chen)).contains("D-051");
        assertThat(answer(get(old)).getStatus()).isEqualTo(200);
        assertThat(look("meixi", "陈小雨")).contains("这里没有叫陈小雨的人");
        assertThat(look("street", "陈")).as("a part of a name").contains("这里没有叫陈的人");
        assertThat(look("street", "陈小雨")).contains("柳荫一居", chen.toString());

        renew("street", chen);
        assertThat(answer(get(old)).getStatus()).isEqualTo(404);
        assertThat(answer(get(page(chen))).getStatus()).isEqualTo(200);
        assertThat(answer(get("/dispatch/links").session(district.session(mvc, "analyst")))
                        .getStatus())
                .isEqualTo(403);
        assertThat(named(chen)).isZero();
    }

    private String renew(String login, UUID person) throws Exception {
        MockHttpServletResponse done = answer(post("/dispatch/links")
                .session(district.session(mvc, login))
                .with(csrf())
                .param("person", person.toString()));
        assertThat(done.getRedirectedUrl()).isEqualTo("/dispatch/links");
        return code(invitations.renew(district.actor(login), person));
    }

    private String look(String login, String name) throws Exception {
        return read(post("/dispatch/links/search")
                .session(district.session(mvc, login))
                .with(csrf())
                .param("name", name));
    }

    @Test
    void onlyAStreetHasARotaAndWhatWasTypedIsNoPartOfAnAddress() throws Exception {
        for (String wrong : List.of(STREET + "9", COMMUNITY, DISTRICT, "")) {
            assertThat(code(invitations.rotaToken(officer, wrong, true)))
                    .as(wrong)
                    .isIn("D-046", "I-003");
        }
        assertThat(code(invitations.rotaToken(street, STREET + "&x", true))).isEqualTo("D-046");
        assertThat(jdbc.sql("select count(*) from link_edition")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(back(post("/dispatch/rota/links").param("street", "a&b=c {d}")))
                .isEqualTo("/dispatch/rota?street=a%26b%3Dc%20%7Bd%7D");
        assertThat(back(post("/dispatch/calls").param("area", "a&b").param("kind", "MEDICINE")))
                .isEqualTo("/dispatch/calls?area=a%26b");
    }

    private String back(MockHttpServletRequestBuilder form) throws Exception {
        return String.valueOf(
                answer(form.session(district.session(mvc, "officer")).with(csrf()))
                        .getRedirectedUrl());
    }

    @Test
    void aRefusalLeavesNoMarkAndWithoutScriptOrSession() throws Exception {
        UUID asked = assign(TOMORROW, chen, gate, "INVITED");
        long named = named(chen);
        MockHttpServletResponse answer = answer(post(page(chen) + "/answers")
                .param("assignment", asked.toString())
                .param("comes", "false"));

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from assignment where person_id = ?")
                        .param(chen)
                        .query(Long.class)
                        .single())
                .as("somebody else is asked in their place")
                .isZero();
        assertThat(named(chen)).as("acts on record that name who declined").isEqualTo(named);
        at(TODAY.plusDays(2), "09:00");
        due.runDue();
        assertThat(jdbc.sql("select count(*) from shift_unavailable")
                        .query(Long.class)
                        .single())
                .as("what is left after the shift")
                .isZero();
    }

    @Test
    void theAuditHoldsThePostAndTheDayOfAPresenceAndNeverThePerson() {
        UUID asked = assign(TODAY, chen, site, "CONFIRMED");
        at(TODAY, "08:00");
        safety.readOut(street, TODAY, asked).orThrow();
        attendances.mark(street, site, asked, true, false).orThrow();
        at(TODAY, "12:00");
        attendances.mark(street, site, asked, false, false).orThrow();

        assertThat(jdbc.sql("select distinct action from audit_entry where subject = ? and details ->> 'day' = ?")
                        .params("post:" + site, TODAY.toString())
                        .query(String.class)
                        .list())
                .contains("duty.risk.readOut", "duty.present", "duty.left");
        assertThat(named(chen) + named(asked))
                .as("entries from which the person can be found")
                .isZero();
    }

    @Test
    void nobodyAnswersForSomebodyElseOrForAPastDay() {
        UUID asked = assign(TODAY, chen, gate, "INVITED");

        assertThat(code(duties.answer(lin, asked, true, false))).isEqualTo("D-003");
        at(TOMORROW, "09:00");
        assertThat(code(duties.answer(chen, asked, true, false))).isEqualTo("D-001");
        at(TODAY, "20:00");
        assertThat(code(duties.answer(chen, asked, true, false))).isEqualTo("D-035");
        at(TODAY, "09:00");
        assertThat(code(duties.answer(chen, asked, true, false))).isEqualTo("accepted");
        assertThat(code(duties.answer(chen, asked, true, false))).as("twice").isEqualTo("accepted");
    }

    @Test
    void aDangerousDutyTakesTheNoticeTrainingAndInsurance() {
        UUID prepared = assign(TOMORROW, chen, site, "INVITED");
        UUID uninsured = assign(TOMORROW, lin, site, "INVITED");

        assertThat(code(duties.answer(chen, prepared, true, false))).isEqualTo("D-030");
        assertThat(code(duties.answer(lin, uninsured, true, true))).isEqualTo("D-031");
        assertThat(code(dispatch.answer(street, TOMORROW, Map.of(prepared, true))))
                .as("by telephone without reading out")
                .isEqualTo("D-030");
        assertThat(code(duties.answer(chen, prepared, true, true))).isEqualTo("accepted");
        assertThat(jdbc.sql("select risk_read_by from assignment where id = ? and risk_read_at is not null")
                        .param(prepared)
                        .query(String.class)
                        .single())
                .isEqualTo("SELF");
    }

    @Test
    void aWorkerWhoReadTheRisksOutConfirmsByTelephone() throws Exception {
        UUID asked = assign(TOMORROW, chen, site, "INVITED");
        for (String readOut : List.of("false", "true")) {
            mvc.perform(post("/dispatch/posts/" + site + "/confirmations")
                            .session(district.session(mvc, "street"))
                            .with(csrf())
                            .param("day", TOMORROW.toString())
                            .param("assignment", asked.toString())
                            .param("comes", "true")
                            .param("readOut", readOut))
                    .andReturn();
            assertThat(jdbc.sql("select state from assignment where id = ?")
                            .param(asked)
                            .query(String.class)
                            .single())
                    .as("read out: " + readOut)
                    .isEqualTo(readOut.equals("true") ? "CONFIRMED" : "INVITED");
        }
    }

    @Test
    void theTableOfNoticesIsEditedByTheDutyOfficerOnly() {
        DutyNotice before = notices.find("CHECKPOINT").orElseThrow();
        DutyNotice changed =
                new DutyNotice("CHECKPOINT", true, "值守", "Stand", "风险", "Risk", "防护", "Masks", before.version());
        UUID asked = assign(TOMORROW, chen, gate, "INVITED");

        assertThat(code(notices.change(street, changed))).isEqualTo("I-003");
        assertThat(code(notices.change(officer, changed))).isEqualTo("accepted");
        assertThat(code(notices.change(officer, changed))).as("stale").isEqualTo("D-049");
        assertThat(code(duties.answer(chen, asked, true, false))).isEqualTo("D-030");
        assertThat(code(notices.change(
                        officer,
                        new DutyNotice("CHECKPOINT", true, " ", "a", "b", "c", "d", "e", before.version() + 1))))
                .isEqualTo("D-047");
        notices.change(
                        officer,
                        new DutyNotice(
                                "CHECKPOINT",
                                before.dangerous(),
                                before.work(),
                                before.workEn(),
                                before.risk(),
                                before.riskEn(),
                                before.protection(),
                                before.protectionEn(),
                                before.version() + 1))
                .orThrow();
    }

    @Test
    void theInvitationFitsAMessageAndWhoSawItIsOnRecord() throws Exception {
        UUID asked = assign(TOMORROW, chen, gate, "INVITED");
        MockHttpServletRequestBuilder show = post("/dispatch/posts/" + gate + "/invitations")
                .with(csrf())
                .param("day", TOMORROW.toString())
                .param("assignment", asked.toString())
                .param("when", "3月27日 08:00–20:00");
        String page = read(show.session(district.session(mvc, "street")));
        Matcher text = Pattern.compile("readonly>([^<]*)</textarea>").matcher(page);

        assertThat(text.find()).isTrue();
        assertThat(text.group(1).length()).isLessThanOrEqualTo(200);
        assertThat(text.group(1)).contains("陈小雨", "柳荫苑北门", page(chen));
        assertThat(jdbc.sql("select login from audit_entry where action = 'duty.link.shown' and subject = ?")
                        .param("post:" + gate)
                        .query(String.class)
                        .list())
                .contains("street");
        assertThat(named(chen)).as("acts on record that name whose link it is").isZero();
        assertThat(answer(get("/dispatch/posts/" + gate + "/invitations").session(district.session(mvc, "meixi")))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(get("/dispatch/posts/" + gate + "/invitations").session(district.session(mvc, "analyst")))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void theOfficersPagesAreDrawnInBothLanguages() throws Exception {
        assign(TODAY, chen, site, "CONFIRMED");
        UrgentCall open = call("MEDICINE", 1, 1000, 30);
        for (String address : List.of(
                "/dispatch",
                "/dispatch/rota",
                "/dispatch/notices?edit=ESCORT",
                "/dispatch/calls?post=" + gate,
                "/dispatch/calls?q=柳荫",
                "/dispatch/calls/" + open.id(),
                "/dispatch/posts/" + site + "/invitations",
                "/dispatch/posts/" + site + "/sheet",
                "/dispatch/posts/" + site)) {
            for (String language : List.of("zh-CN", "en")) {
                MockHttpServletResponse answer = answer(get(java.net.URI.create(address.replace("柳荫", "%E6%9F%B3")))
                        .queryParam("lang", language)
                        .session(district.session(mvc, "officer")));
                assertThat(answer.getStatus()).as(address).isEqualTo(200);
                assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                        .as(address)
                        .doesNotContain("??")
                        .doesNotContain("th:");
            }
        }
        for (String language : List.of("zh-CN", "en")) {
            assertThat(read(get(page(chen)).queryParam("lang", language))).doesNotContain("??");
            assertThat(read(get("/certificates").queryParam("lang", language))).doesNotContain("??");
        }
    }
}
