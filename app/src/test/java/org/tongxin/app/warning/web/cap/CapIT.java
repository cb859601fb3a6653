package org.tongxin.app.warning.web.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Messages of signed warnings for everybody, and notices of others taken in by those who may. */
@SpringBootTest(properties = {"tongxin.mode=operation", "tongxin.cap.web=https://tongxin.example.cn"})
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class CapIT {

    private static final String NOTICE = """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>A-%d</identifier><sender>city.example.cn</sender>
            <sent>2026-03-26T0%d:00:00+08:00</sent><status>Actual</status><msgType>%s</msgType><scope>Public</scope>%s
            <info><language>zh-CN</language><category>Met</category><event>大风</event><urgency>Expected</urgency>
            <severity>Moderate</severity><certainty>Likely</certainty><headline>大风黄色预警%d</headline>
            <description>阵风八级</description><area><areaDesc>全市</areaDesc></area></info></alert>
            """;

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        district.open();
        jdbc.sql("delete from warning").update();
        jdbc.sql("delete from received_notice").update();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    @Test
    void everySignedWarningIsAMessageThatObeysAllRules() throws Exception {
        warning("2026-001", "SUPERSEDED", "YELLOW", "2026-002", "08:00", "09:00");
        warning("2026-002", "LIFTED", "ORANGE", "危险已过", "09:00", "10:00");

        CapReader.Read later = CapReader.read(bytes("/cap/2026-002.xml"));
        CapReader.Read lifted = CapReader.read(bytes("/cap/2026-002-lifted.xml"));

        assertThat(CapReader.read(bytes("/cap/2026-001.xml")).problems()).isEmpty();
        assertThat(later.problems()).isEmpty();
        assertThat(lifted.problems()).isEmpty();
        assertThat(later.root().textOf("msgType")).isEqualTo("Update");
        assertThat(later.root().textOf("references"))
                .isEqualTo("tongxin-" + DISTRICT + ",2026-001," + TODAY + "T08:00:00+08:00");
        CapElement info = later.root().children("info").getFirst();
        assertThat(info.textOf("severity")).isEqualTo("Severe");
        assertThat(info.textOf("web")).isEqualTo("https://tongxin.example.cn/residents");
        assertThat(later.root().children("info"))
                .extracting(each -> each.textOf("language"))
                .containsExactly("zh-CN", "en");
        CapElement end = lifted.root().children("info").getFirst();
        assertThat(end.textOf("responseType")).isEqualTo("AllClear");
        assertThat(end.textOf("urgency")).isEqualTo("Past");
    }

    @Test
    void anExerciseSaysSo() throws Exception {
        warning("2026-001", "ISSUED", "RED", null, "08:00", null);
        jdbc.sql("update warning set exercise = true").update();

        CapElement alert = CapReader.read(bytes("/cap/2026-001.xml")).root();

        assertThat(alert.textOf("status")).isEqualTo("Exercise");
        assertThat(alert.textOf("note")).isNotEmpty();
        assertThat(alert.children("info"))
                .extracting(info -> info.textOf("headline").split("[】\\]]")[0])
                .containsExactly("【演练", "[Exercise");
    }

    @Test
    void theFeedMarksAnExerciseAndTellsTheTimeOfTheDistrict() throws Exception {
        warning("2026-001", "SUPERSEDED", "YELLOW", "2026-002", "08:00", "09:00");
        warning("2026-002", "ISSUED", "RED", null, "09:00", null);
        jdbc.sql("update warning set exercise = true where number = '2026-002'").update();

        String feed = new String(bytes("/cap/feed.atom"), StandardCharsets.UTF_8);
        String drill = feed.substring(feed.indexOf("<entry>"), feed.indexOf("</entry>"));
        String real = feed.substring(feed.lastIndexOf("<entry>"));

        assertThat(drill)
                .contains("<title>【演练】", "term=\"Exercise\"", "<updated>" + TODAY + "T09:00:00+08:00</updated>");
        assertThat(real)
                .contains("term=\"Actual\"", "<updated>" + TODAY + "T08:00:00+08:00</updated>")
                .doesNotContain("演练");
        assertThat(feed.substring(0, feed.indexOf("<entry>")))
                .contains("<updated>" + TODAY + "T09:00:00+08:00</updated>");
    }

    @Test
    void whatIsNotSignedIsNoMessage() throws Exception {
        warning("2026-001", "DRAFT", "RED", null, null, null);

        mvc.perform(get("/cap/2026-001.xml")).andExpect(status().isNotFound());
        assertThat(new String(bytes("/cap/feed.atom"), StandardCharsets.UTF_8)).doesNotContain("2026-001");
    }

    @Test
    void theFeedNamesMessagesNewestFirst() throws Exception {
        warning("2026-001", "SUPERSEDED", "YELLOW", "2026-002", "08:00", "09:00");
        warning("2026-002", "LIFTED", "ORANGE", "危险已过", "09:00", "10:00");

        String feed = new String(bytes("/cap/feed.atom"), StandardCharsets.UTF_8);

        assertThat(feed)
                .contains("<updated>2026-03-26T10:00:00+08:00</updated>")
                .contains("application/cap+xml");
        assertThat(feed).containsSubsequence("/cap/2026-002-lifted.xml", "/cap/2026-002.xml", "/cap/2026-001.xml");
    }

    @Test
    void aNoticeIsTakenInOnceAndReplacedByItsUpdate() throws Exception {
        assertThat(take("officer", notice(1, "Alert", ""))).isEqualTo(302);
        assertThat(take("officer", notice(1, "Alert", ""))).isEqualTo(422);
        String reference = "<references>city.example.cn,A-1,2026-03-26T01:00:00+08:00</references>";
        assertThat(take("analyst", notice(2, "Update", reference))).isEqualTo(302);

        List<String> open = jdbc.sql("select identifier from received_notice where replaced_by is null")
                .query(String.class)
                .list();

        assertThat(open).containsExactly("A-2");
        assertThat(page("officer")).contains("大风黄色预警1", "大风黄色预警2", "已被后来的消息替代");
    }

    @Test
    void noExerciseAndNoOtherSenderEndsARealNotice() throws Exception {
        String reference = "<references>city.example.cn,A-1,2026-03-26T01:00:00+08:00</references>";
        assertThat(take("officer", notice(1, "Alert", ""))).isEqualTo(302);
        String drill = "<note>演练</note>" + reference;
        assertThat(take("officer", notice(2, "Cancel", drill).replace("Actual", "Exercise")))
                .isEqualTo(302);
        assertThat(take("officer", notice(3, "Cancel", reference).replace("<sender>city", "<sender>other")))
                .isEqualTo(302);

        assertThat(jdbc.sql("select count(*) from received_notice where replaced_by is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aBrokenNoticeIsRefusedWithEveryFaultAndNothingIsStored() throws Exception {
        String broken = notice(1, "Alert", "").replace("Moderate", "Strong").replace("Actual", "Real");

        String page = mvc.perform(multipart("/warnings/notices")
                        .param("text", broken)
                        .session(district.session(mvc, "officer"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page).contains("Strong", "Real", "W-025", "不在CAP 1.2的取值范围内", "A-1");
        assertThat(jdbc.sql("select count(*) from received_notice")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyTheDeskTakesNoticesIn() throws Exception {
        for (String login : List.of("street", "signatory")) {
            assertThat(take(login, notice(1, "Alert", ""))).isEqualTo(422);
        }
        assertThat(jdbc.sql("select count(*) from received_notice")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(page("street")).doesNotContain("name=\"file\"");
    }

    private static String notice(int number, String kind, String reference) {
        return NOTICE.formatted(number, number, kind, reference, number);
    }

    private int take(String login, String text) throws Exception {
        return mvc.perform(multipart("/warnings/notices")
                        .file("file", text.getBytes(StandardCharsets.UTF_8))
                        .session(district.session(mvc, login))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String page(String login) throws Exception {
        return mvc.perform(get("/warnings/notices").session(district.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) throws Exception {
        return mvc.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private void warning(String number, String state, String level, String reason, String signed, String closed) {
        UUID rating = UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
        jdbc.sql(
                        "insert into area_rating (id, area_path, data_day, level, computed, changed, rule, rules_version, reasons,"
                                + " lowered_by, figures, rated_at, event_id) values (:id, :area, cast(:day as date) - :back, 'RED',"
                                + " 'RED', false, 'R', '1', '[]', '[]', '{}', now(), :id) on conflict do nothing")
                .param("id", rating)
                .param("area", STREET)
                .param("day", TODAY.toString())
                .param("back", Integer.parseInt(number.substring(5)))
                .update();
        jdbc.sql("insert into warning (id, number, area_path, kind, level, starts_at, area_affected, area_affected_en,"
                        + " cautions, cautions_en, actions, actions_en, issuer, issued_at, ends_at, exercise, state,"
                        + " rating_id, drafted_at, signed_by, closed_at, closed_by, close_reason) values (:id, :number,"
                        + " :area, '公共卫生事件：聚集性疫情', :level, cast(:signed as timestamptz), '柳荫街道', 'Liuyin',"
                        + " '少聚集', 'Few gatherings', '通风', 'Air rooms', '东临区人民政府', cast(:signed as timestamptz),"
                        + " cast(:signed as timestamptz) + interval '10 days', false, :state, :id, now(), 'signatory',"
                        + " cast(:closed as timestamptz), case when :reason::text is null then null else 'signatory' end,"
                        + " :reason)")
                .param("id", rating)
                .param("number", number)
                .param("area", STREET)
                .param("level", level)
                .param("state", state)
                .param("signed", signed == null ? null : TODAY + "T" + signed + ":00+08:00")
                .param("closed", closed == null ? null : TODAY + "T" + closed + ":00+08:00")
                .param("reason", reason)
                .update();
    }
}
