package org.tongxin.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is kept of a shift that was stood, or will be: hours, certificates and calendars. */
class HoursIT extends FieldStory {

    @Test
    void aCertificateIsConfirmedByNumberAndChecksumOnly() throws Exception {
        serve(chen, TODAY);
        String place = answer(post(page(chen) + "/certificates")
                        .param("from", TODAY.toString())
                        .param("to", TODAY.toString()))
                .getRedirectedUrl();
        String paper = read(get(place));
        String number = find(paper, "编号：(F-[0-9A-Z-]+)");
        String checksum = find(paper, "校验码：([0-9A-Z-]+)");

        assertThat(paper).contains("陈小雨", "共4小时0分", "4 hours 0 minutes", "Certificate of Volunteer Service");
        assertThat(verify(number, checksum)).contains("这份证明是真的", "陈小雨", "1班，共4小时0分");
        assertThat(verify(number.toLowerCase(java.util.Locale.ROOT), checksum.replace("-", " ")))
                .contains("这份证明是真的");
        String forged = checksum.startsWith("0") ? "1" + checksum.substring(1) : "0" + checksum.substring(1);
        assertThat(verify(number, forged)).contains("这份证明不能确认").doesNotContain("陈小雨");
        assertThat(verify("F-20260326-00000000", checksum)).contains("这份证明不能确认");
        assertThat(answer(get(page(far) + "/certificates/" + number)).getStatus())
                .isEqualTo(404);
        assertThat(read(post(page(far) + "/certificates")
                        .param("from", TODAY.toString())
                        .param("to", TODAY.toString())))
                .contains("D-040");
    }

    private void serve(UUID person, LocalDate day) {
        UUID asked = assign(day, person, gate, "CONFIRMED");
        at(day, "08:00");
        attendances.mark(street, gate, asked, true, false).orThrow();
        at(day, "12:00");
        attendances.mark(street, gate, asked, false, false).orThrow();
    }

    private String verify(String number, String checksum) throws Exception {
        return read(get("/certificates").param("number", number).param("checksum", checksum));
    }

    private static String find(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void hoursOutliveTheAssignmentsAndAreDestroyedOnTheirDay() {
        serve(chen, TODAY);
        at(TODAY.plusDays(20), "12:00");
        due.runDue();
        assertThat(jdbc.sql("select (select count(*) from assignment) + (select count(*) from attendance)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(records.of(chen)).hasSize(1);
        at(TODAY.plusDays(731), "12:00");
        due.runDue();
        assertThat(records.of(chen)).isEmpty();
    }

    @Test
    void theCalendarRaisesItsSequenceAndTellsWhatIsCancelled() throws Exception {
        UUID asked = assign(TOMORROW, chen, gate, "CONFIRMED");
        String address = page(chen) + "/calendar.ics";
        MockHttpServletResponse first = answer(get(address));
        assertThat(first.getContentType()).startsWith("text/calendar");
        assertThat(unfold(first))
                .contains("SEQUENCE:0", "DTSTART:20260327T000000Z", "SUMMARY:值守：柳荫苑北门", "STATUS:CONFIRMED");
        String uid = find(unfold(first), "(UID:[^\\r]+)");

        jdbc.sql("update assignment set post_id = ? where id = ?")
                .params(site, asked)
                .update();
        assertThat(unfold(answer(get(address)))).contains(uid, "SEQUENCE:1", "SUMMARY:值守：柳荫采样点");
        assertThat(unfold(answer(get(address)))).as("unchanged").contains("SEQUENCE:1");

        jdbc.sql("delete from assignment where id = ?").param(asked).update();
        assertThat(unfold(answer(get(address))))
                .contains(uid, "SEQUENCE:2", "STATUS:CANCELLED")
                .doesNotContain("柳荫采样点");
        assertThat(jdbc.sql("select t::text from calendar_entry t")
                        .query(String.class)
                        .list())
                .as("what is kept of an entry that is gone")
                .singleElement()
                .satisfies(kept -> assertThat(kept).doesNotContain(chen.toString(), "柳荫"));
    }

    private static String unfold(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    @Test
    void anOfferIsInNoCalendarAndTheRotaNamesNobody() throws Exception {
        assign(TOMORROW, chen, gate, "INVITED");
        assign(TOMORROW, wu, gate, "CONFIRMED");
        assertThat(unfold(answer(get(page(chen) + "/calendar.ics")))).doesNotContain("VEVENT");

        String rota = read(get("/dispatch/rota").session(district.session(mvc, "street")));
        String feed = find(rota, "(/rota/[^\"]+\\.ics)");
        String calendar = unfold(answer(get(feed)));
        assertThat(calendar)
                .contains("SUMMARY:柳荫苑北门 1/2", "STATUS:CONFIRMED", "SUMMARY:柳荫采样点 0/2", "STATUS:TENTATIVE")
                .doesNotContain("陈小雨", "吴建国", "梅溪");
        assertThat(answer(get(feed.replace(STREET, OTHER))).getStatus()).isEqualTo(404);

        mvc.perform(post("/dispatch/rota/links")
                        .session(district.session(mvc, "street"))
                        .with(csrf())
                        .param("street", STREET))
                .andReturn();
        assertThat(answer(get(feed)).getStatus()).as("renewed").isEqualTo(404);
    }
}
