package org.tongxin.app.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.YESTERDAY;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** From a count to a signal, its page and its end; and the page of the area it is in. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class SignalsIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Signals signals;

    @Autowired
    Counts counts;

    @BeforeEach
    void open() {
        district.open();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    @Test
    void theMethodFollowsTheLengthOfTheHistory() throws Exception {
        Signal fixed = signal("short", 1, null, 1, 9);
        Signal c2 = signal("nine", 1, 2, 1, 2, 1, null, null, 2, 1, 2, 1, 30);

        assertThat(fixed.method()).isEqualTo("FIXED_THRESHOLD");
        assertThat(fixed.upperBound()).isEqualTo(5);
        assertThat(c2.method()).isEqualTo("EARS_C2_FLOORED");
        assertThat(c2.completeness()).isEqualTo("9/14");

        assertThat(read("analyst", c2))
                .contains("报30，预期", "EARS C1", "历史不足", "7日C2（设下限）", "还没校准", "最小可见", "tx-chart-none", "18天，不算零");
        assertThat(read("analyst", fixed)).contains("固定门槛5.0", "历史不足");
    }

    @Test
    void aSignalOfAnotherStreetDoesNotExist() throws Exception {
        MonitoringPoint point = district.point("hidden", OTHER);
        district.report(point, YESTERDAY, 40);
        Signal signal = of(point);

        mvc.perform(get("/signals/" + signal.id()).session(district.session(mvc, "street")))
                .andExpect(status().isNotFound());
        mvc.perform(get("/signals").session(district.session(mvc, "street")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(org.hamcrest.Matchers.not(
                                containsString(signal.id().toString()))));
        assertThat(read("meixi", signal)).contains("由疾控研判员核实").doesNotContain("确认属实");
    }

    @Test
    void onlyTheAnalystDecidesWithAReasonAndOnce() throws Exception {
        Signal signal = signal("decided", 40);

        decide("officer", signal, "CONFIRMED", "").andExpect(status().isForbidden());
        decide("analyst", signal, "DEFERRED", " ").andExpect(status().is3xxRedirection());
        assertThat(of(signal).state()).isEqualTo(SignalState.OPEN);
        decide("analyst", signal, "DEFERRED", "再看一天").andExpect(status().is3xxRedirection());
        assertThat(of(signal).state()).isEqualTo(SignalState.DEFERRED);
        assertThat(signals.decide(district.actor("analyst"), signal.id(), SignalState.CONFIRMED, "", signal.version())
                        .toString())
                .contains("S-012", "analyst");
        assertThat(read("analyst", signal)).contains("结论：暂缓", "由analyst决定", "再看一天");
    }

    @Test
    void aCorrectionThatRemovesTheSignalClosesIt() throws Exception {
        MonitoringPoint point = district.point("corrected", STREET);
        district.report(point, YESTERDAY, 40);
        Signal signal = of(point);

        counts.report(Actor.system(), new CountEntry(point.code(), YESTERDAY, 4, "多写一个零"), Channel.FORM)
                .orThrow();
        district.settle();

        assertThat(of(signal).state()).isEqualTo(SignalState.FALSE_ALARM);
        assertThat(read("analyst", signal)).contains("数字已更正为4", "多写一个零", "<b>40</b>");
    }

    @Test
    void theListCountsWhatWaitsInBothLanguages() throws Exception {
        Signal signal = signal("listed", 40);

        mvc.perform(get("/signals").session(district.session(mvc, "analyst")))
                .andExpect(content().string(containsString("个信号待核实")))
                .andExpect(content().string(containsString("/signals/" + signal.id())));
        mvc.perform(get("/signals?state=OPEN")
                        .session(district.session(mvc, "analyst"))
                        .locale(java.util.Locale.ENGLISH))
                .andExpect(status().isOk());
        String english = mvc.perform(get("/signals?lang=en").session(district.session(mvc, "analyst")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(english).contains("to be verified", "Clinic listed").doesNotContain("??");
    }

    @Test
    void anAreaSaysWhyAndOnlyToItsOwn() throws Exception {
        MonitoringPoint point = district.point("notice", STREET, Indicator.ADDRESSES_NAMED);
        district.report(point, YESTERDAY, 40, null, 90);

        String page = page("street", "/areas/" + STREET);
        assertThat(page)
                .contains("柳荫街道：橙色，7天内通报涉及居住地130处")
                .contains("规则S2", "什么会让它降下来", "7天合计降到40处以下", "7天里2天有通报", "缺报", "没有生效中的预警");
        assertThat(page("analyst", "/areas")).contains("柳荫街道", "东临产业园", "从不派任务", "2个街镇里");
        assertThat(page("analyst", "/areas?level=ORANGE")).contains("柳荫街道").doesNotContain("梅溪镇");
        assertThat(page("analyst", "/areas/" + TestDistrict.DISTRICT)).contains("东临区：", "联防联控");
        assertThat(page("analyst", "/areas/" + TestDistrict.UNIT)).contains("统计单元");
        for (String hidden : List.of(OTHER, TestDistrict.DISTRICT, "990100999")) {
            mvc.perform(get("/areas/" + hidden).session(district.session(mvc, "street")))
                    .andExpect(status().isNotFound());
        }
    }

    private Signal signal(String code, Integer... values) {
        MonitoringPoint point = district.point(code, STREET);
        district.report(point, YESTERDAY, values);
        return of(point);
    }

    private Signal of(MonitoringPoint point) {
        return signals.list("", 1000).stream()
                .filter(signal ->
                        signal.pointId().equals(point.id()) && signal.eventDay().equals(YESTERDAY))
                .findFirst()
                .orElseThrow();
    }

    private Signal of(Signal signal) {
        return signals.find(signal.id(), "").orElseThrow();
    }

    private ResultActions decide(String login, Signal signal, String state, String reason) throws Exception {
        return mvc.perform(post("/signals/" + signal.id() + "/decision")
                .session(district.session(mvc, login))
                .with(csrf())
                .param("state", state)
                .param("reason", reason)
                .param("version", String.valueOf(signal.version())));
    }

    private String read(String login, Signal signal) throws Exception {
        return page(login, "/signals/" + signal.id());
    }

    private String page(String login, String address) throws Exception {
        String page = mvc.perform(get(address).session(district.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).doesNotContain("??", "style=\"");
        return page;
    }
}
