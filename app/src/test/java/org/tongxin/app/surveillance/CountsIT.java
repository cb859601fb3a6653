package org.tongxin.app.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;
import static org.tongxin.app.support.TestDistrict.UNIT;
import static org.tongxin.app.support.TestDistrict.YESTERDAY;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
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
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Counts by form, by file and by program. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class CountsIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Series series;

    @Autowired
    JdbcClient jdbc;

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
    void aCountIsStoredAndSaidSo() throws Exception {
        MonitoringPoint point = district.point("plain", STREET);

        String page = answer(form("street", "plain", "2026/3/25", "１２", ""));

        assertThat(page).contains("已存：plain，3月25日，12");
        assertThat(series.days(point.id(), YESTERDAY, YESTERDAY).getFirst().value())
                .isEqualTo(12);
    }

    @Test
    void wrongInputIsNamedAtItsFieldAndKept() throws Exception {
        MonitoringPoint point = district.point("wrong", STREET);

        assertThat(answer(form("street", "wrong", "2026-03-27", "31", "")))
                .contains("S-002", "3月27日还没有到，今天是3月26日", "value=\"2026-03-27\"", "value=\"31\"", "day-error");
        assertThat(answer(form("street", "wrong", "2026-03-25", "-4", "")))
                .contains("S-003", "“-4”不是从0起的整数", "value=\"-4\"", "value-error", "aria-invalid=\"true\"");
        assertThat(answer(form("street", "wrong", "yesterday", "", "")))
                .contains("还有2处要改", "S-014", "S-015", "value=\"yesterday\"", "<title>错误：");
        assertThat(series.revisions(point.id(), YESTERDAY)).isEmpty();
    }

    @Test
    void theLastDayIsTheNewestOfAnyPointInTheTerritory() {
        LocalDate before = series.lastDay(UNIT).orElse(LocalDate.MIN);
        assertThat(before).as("nobody reported there").isEqualTo(LocalDate.MIN);
        MonitoringPoint older = district.point("last-older", UNIT);
        MonitoringPoint newer = district.point("last-newer", UNIT);
        district.point("last-silent", UNIT);

        district.report(older, YESTERDAY.minusDays(3), 1, 2);
        district.report(newer, YESTERDAY.minusDays(1), 3);

        assertThat(series.lastDay(UNIT)).contains(YESTERDAY.minusDays(1));
        assertThat(series.lastDay(DISTRICT))
                .hasValueSatisfying(last -> assertThat(last).isAfterOrEqualTo(YESTERDAY.minusDays(1)));
    }

    @Test
    void aPointOfAnotherStreetLooksLikeOneThatDoesNotExist() throws Exception {
        district.point("elsewhere", OTHER);
        district.point("own", STREET);

        String unknown = answer(form("street", "nowhere", "2026-03-25", "1", ""));
        String foreign = answer(form("street", "elsewhere", "2026-03-25", "1", ""));

        assertThat(unknown).contains("S-001");
        assertThat(foreign.replace("elsewhere", "nowhere").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""))
                .contains("您的范围内没有监测点“nowhere”")
                .doesNotContain("Clinic elsewhere", "elsewhere门诊");
        assertThat(jdbc.sql("select count(*) from count_report r join monitoring_point p on p.id = r.point_id"
                                + " where p.code = 'elsewhere'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSecondReportNeedsAReasonAndKeepsTheOldValue() throws Exception {
        MonitoringPoint point = district.point("twice", STREET);
        answer(form("street", "twice", "2026-03-25", "3", ""));

        assertThat(answer(form("street", "twice", "2026-03-25", "4", ""))).contains("S-004", "已经报过，是3", "reason-error");
        assertThat(answer(form("street", "twice", "2026-03-25", "4", "漏数一人"))).contains("已存");

        assertThat(series.revisions(point.id(), YESTERDAY))
                .extracting(CountRevision::value, CountRevision::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, null), org.assertj.core.groups.Tuple.tuple(4, "漏数一人"));
        assertThat(series.days(point.id(), YESTERDAY, YESTERDAY).getFirst().value())
                .isEqualTo(4);
    }

    @Test
    void nilMissingLateAndNotYetDueAreToldApart() throws Exception {
        MonitoringPoint point = district.point("four", STREET);
        answer(form("street", "four", "2026-03-24", "0", ""));
        answer(form("street", "four", "2026-03-22", "7", ""));

        String page = read("street", "/counts?point=four");

        assertThat(page).contains("data-state=\"nil\"", "零报告", "缺报", "迟报", "还没到时限");
        assertThat(page.split("data-state=\"missing\"", -1)).hasSize(12);
        assertThat(page.split(">缺报<", -1)).hasSize(12);
        assertThat(page.split(">零报告<", -1)).hasSize(2);
        List<DayCount> days = series.days(point.id(), TODAY.minusDays(4), TODAY);
        assertThat(days).extracting(DayCount::nil).containsExactly(false, false, true, false, false);
        assertThat(days).extracting(DayCount::missing).containsExactly(false, true, false, true, true);
        assertThat(days).extracting(DayCount::late).containsExactly(true, false, true, false, false);
    }

    @Test
    void whoMayOnlyReadReportsNothing() throws Exception {
        district.point("readonly", STREET);

        assertThat(read("signatory", "/counts?point=readonly"))
                .contains("您的岗位只能看")
                .doesNotContain("name=\"value\"");
        for (MockHttpServletRequestBuilder request : List.of(
                post("/counts").param("point", "readonly").param("day", "2026-03-25"), get("/counts/template.csv"))) {
            mvc.perform(request.with(csrf()).session(session("signatory")))
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(containsString("I-003")));
        }
    }

    @Test
    void aFileWithBadRowsStoresNothingAndNamesEach() throws Exception {
        MonitoringPoint point = district.point("file-bad", STREET);
        String file = """
                point,day,value,reason
                file-bad,2026-03-20,1,
                file-bad,2026-03-21,many,
                file-bad,2026-03-22,,
                nowhere,2026-03-23,4,
                file-bad,2026-04-01,5,
                file-bad,2026-03-20,6,
                file-bad,2026-03-24
                """;

        String page = upload("street", file.getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("文件没有存：7行里有6行要改", "S-007")
                .contains("第3行", "S-003", "第4行", "S-014", "第5行", "S-001", "第6行", "S-002")
                .contains("第7行", "S-006", "前一次在第2行", "第8行", "S-017");
        assertThat(series.days(point.id(), TODAY.minusDays(13), TODAY)).allMatch(DayCount::missing);
        assertThat(jdbc.sql("select count(*) from count_upload where rows = 7")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theSameFileIsRecognised() throws Exception {
        district.point("file-same", STREET);
        byte[] file = "\uFEFFpoint,day,value\nfile-same,2026-03-24,2\nfile-same,2026-03-25,0\n"
                .getBytes(StandardCharsets.UTF_8);

        upload("street", file).andExpect(status().is3xxRedirection());
        upload("street", file)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("这个文件3月26日 10:30已由street导入过，共2行")))
                .andExpect(content().string(containsString("S-005")));
    }

    @Test
    void aFileInTheOldChineseEncodingIsRead() throws Exception {
        MonitoringPoint point = district.point("file-gb", STREET);
        district.report(point, YESTERDAY, 8);
        byte[] file = "point,day,value,reason\nfile-gb,2026年3月25日,9,漏数一人\n".getBytes(Charset.forName("GB18030"));

        upload("street", file).andExpect(status().is3xxRedirection());

        assertThat(series.revisions(point.id(), YESTERDAY).getLast().reason()).isEqualTo("漏数一人");
    }

    @Test
    void whatIsNoTableOfCountsIsRefusedAsAWhole() throws Exception {
        for (String file :
                List.of("", "point,day,value\n", "point;day;value\na;b;c\n", "code,day,value\na,b,c\n", "\0PK")) {
            upload("street", file.getBytes(StandardCharsets.UTF_8))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("S-013")))
                    .andExpect(content().string(not(containsString("FILE_"))));
        }
        upload("street", new byte[5 * 1024 * 1024 + 1]).andExpect(content().string(containsString("超过5MB")));
    }

    @Test
    void theTemplateHoldsNoFormulas() throws Exception {
        district.point("=cmd", STREET);
        district.point("template-done", STREET);
        answer(form("street", "template-done", "2026-03-25", "1", ""));

        String template = mvc.perform(get("/counts/template.csv").session(session("street")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("counts-2026-03-25.csv")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(template).startsWith("\uFEFFpoint,day,value,reason,name").contains("'=cmd,2026-03-25,,,'=cmd门诊");
        assertThat(template).doesNotContain("template-done");
        byte[] filled = "point,day,value\n'=cmd,2026-03-25,3\n".getBytes(StandardCharsets.UTF_8);
        upload("street", filled).andExpect(status().is3xxRedirection());
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerAndStoresOnce() throws Exception {
        MonitoringPoint point = district.point("rest", STREET);
        String bearer = district.bearer("clinic");
        String body = "{\"point\":\"rest\",\"day\":\"2026-03-25\",\"value\":6}";

        MockHttpServletResponse first = send(bearer, "k-1", body);
        MockHttpServletResponse second = send(bearer, "k-1", body);

        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(first.getContentAsString()).contains("\"value\":6", "\"revision\":1", "\"point\":\"rest\"");
        assertThat(second.getStatus()).isEqualTo(201);
        assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(series.revisions(point.id(), YESTERDAY)).hasSize(1);

        mvc.perform(api(bearer, "k-1", body.replace("6", "7")))
                .andExpect(status().isConflict())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("S-009"));
    }

    @Test
    void requestsAreRefusedWithACode() throws Exception {
        district.point("rest-bad", STREET);
        String bearer = district.bearer("clinic");
        String good = "{\"point\":\"rest-bad\",\"day\":\"2026-03-25\",\"value\":6}";

        refused(api(bearer, "", good), 400, "S-008");
        refused(api(bearer, "k".repeat(101), good), 400, "S-008");
        refused(api(bearer, "k-2", "[1]"), 400, "S-016");
        refused(api(bearer, "k-2", "{"), 400, "S-016");
        refused(api(bearer, "k-2", good.replace(":6}", ":6.5}")), 422, "S-003");
        refused(api(bearer, "k-2", good.replace("6}", "-1}")), 422, "S-003");
        refused(api(bearer, "k-2", good.replace("03-25", "04-25")), 422, "S-002");
        refused(api(bearer, "k-2", good.replace("rest-bad", "nowhere")), 422, "S-001");
        refused(api(district.bearer("signatory"), "k-2", good), 403, "I-003");
        assertThat(send(bearer, "k-2", good).getStatus()).isEqualTo(201);
        refused(api(bearer, "k-3", good), 422, "S-004");
    }

    @Test
    void ofTwoRequestsAtOnceExactlyOneIsStored() throws Exception {
        MonitoringPoint point = district.point("rest-race", STREET);
        String bearer = district.bearer("clinic");
        String body = "{\"point\":\"rest-race\",\"day\":\"2026-03-25\",\"value\":6}";

        List<MockHttpServletResponse> answers =
                atOnce(() -> send(bearer, "race", body), () -> send(bearer, "race", body));

        assertThat(answers).extracting(MockHttpServletResponse::getStatus).containsExactly(201, 201);
        assertThat(answers.get(0).getContentAsString()).isEqualTo(answers.get(1).getContentAsString());
        assertThat(series.revisions(point.id(), YESTERDAY)).hasSize(1);
    }

    @Test
    void ofTwoDifferentReportsAtOnceTheSecondIsToldOfTheFirst() throws Exception {
        MonitoringPoint point = district.point("form-race", STREET);
        String bearer = district.bearer("clinic");
        String body = "{\"point\":\"form-race\",\"day\":\"2026-03-25\",\"value\":6}";

        List<MockHttpServletResponse> answers =
                atOnce(() -> send(bearer, "one", body), () -> send(bearer, "two", body));

        assertThat(answers).extracting(MockHttpServletResponse::getStatus).containsExactlyInAnyOrder(201, 422);
        assertThat(series.revisions(point.id(), YESTERDAY)).hasSize(1);
    }

    private static List<MockHttpServletResponse> atOnce(
            Callable<MockHttpServletResponse> one, Callable<MockHttpServletResponse> two) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<MockHttpServletResponse> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<MockHttpServletResponse>> running = new ArrayList<>();
            for (Callable<MockHttpServletResponse> request : List.of(one, two)) {
                running.add(threads.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            for (Future<MockHttpServletResponse> request : running) {
                answers.add(request.get());
            }
        }
        return answers;
    }

    private void refused(MockHttpServletRequestBuilder request, int status, String code) throws Exception {
        mvc.perform(request)
                .andExpect(status().is(status))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value(code));
    }

    private MockHttpServletResponse send(String bearer, String key, String body) throws Exception {
        return mvc.perform(api(bearer, key, body)).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder api(String bearer, String key, String body) {
        return post("/api/counts")
                .header("Authorization", bearer)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .content(body);
    }

    private MockHttpSession session(String login) throws Exception {
        return district.session(mvc, login);
    }

    private String read(String login, String address) throws Exception {
        return mvc.perform(get(address).session(session(login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions form(String login, String point, String day, String value, String reason) throws Exception {
        return mvc.perform(post("/counts")
                .session(session(login))
                .with(csrf())
                .param("point", point)
                .param("day", day)
                .param("value", value)
                .param("reason", reason));
    }

    /** The page that a form leads back to. */
    private String answer(ResultActions sent) throws Exception {
        var result = sent.andExpect(status().is3xxRedirection()).andReturn();
        return mvc.perform(get(result.getResponse().getRedirectedUrl())
                        .session((MockHttpSession) result.getRequest().getSession())
                        .flashAttrs(result.getFlashMap()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions upload(String login, byte[] file) throws Exception {
        return mvc.perform(multipart("/counts/files")
                .file(new MockMultipartFile("file", "counts.csv", "text/csv", file))
                .session(session(login))
                .with(csrf()));
    }
}
