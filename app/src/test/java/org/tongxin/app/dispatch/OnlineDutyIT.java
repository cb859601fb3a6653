package org.tongxin.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.dispatch.duty.Attendances;
import org.tongxin.app.dispatch.duty.Links;
import org.tongxin.app.dispatch.duty.ScriptedPresence;
import org.tongxin.app.dispatch.duty.ServiceRecords;
import org.tongxin.app.dispatch.duty.Vacancies;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWorkRunner;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** A tutor online from 19:00 to 21:00, where a shift lasts from 8:00 to 20:00: own hours, no place, no code. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, ShiftStreet.class})
class OnlineDutyIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    ShiftStreet town;

    @Autowired
    Registry registry;

    @Autowired
    Ids ids;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Links links;

    @Autowired
    Attendances attendances;

    @Autowired
    ServiceRecords records;

    @Autowired
    Vacancies vacancies;

    @Autowired
    ScriptedPresence presence;

    @Autowired
    DueWorkRunner due;

    private Actor street;
    private UUID tutor;
    private UUID tutoring;

    @BeforeEach
    void open() {
        town.open();
        jdbc.sql("delete from calendar_entry").update();
        street = district.actor("street");
        tutor = town.person(1);
        tutoring = ids.of("online", "tutoring");
        registry.openPosts(List.of(new DutyPost(
                tutoring,
                ShiftStreet.community(0),
                "ONLINE_TUTORING",
                "线上辅导",
                "Online tutoring",
                1,
                1,
                null,
                31.2,
                121.5,
                true,
                LocalTime.of(19, 0),
                LocalTime.of(21, 0))));
        jdbc.sql("insert into shift_post (shift_day, post_id, area_path) values (?, ?, ?)")
                .params(TODAY, tutoring, ShiftStreet.community(0))
                .update();
        jdbc.sql("insert into assignment (id, shift_day, post_id, person_id, state, metres, rank, eligible,"
                        + " nearer_elsewhere, assigned_at) values (?, ?, ?, ?, 'CONFIRMED', 0, 1, 9, 0, now())")
                .params(ids.of("assignment", TODAY, tutor, tutoring), TODAY, tutoring, tutor)
                .update();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private void at(String time) {
        clock.holdAt(clock.at(TODAY, LocalTime.parse(time)));
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "accepted";
    }

    private String read(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String page() {
        return "/duty/" + links.ofPerson(tutor);
    }

    @Test
    void theOwnPageShowsTheHoursAndAsksForNoCode() throws Exception {
        at("18:30");
        String open = read(get(page()));
        assertThat(open)
                .contains("19:00–21:00", "线上，不用到场", "19:00起在线上服务", ">开始</button>")
                .doesNotContain("name=\"code\"", "08:00", "居民区离这里约");
        assertThat(read(get(page()).param("lang", "en")))
                .contains("Online; there is nowhere to go", ">I begin</button>");

        mvc.perform(post(page() + "/arrivals"));
        assertThat(read(get(page()))).contains("您正在线上服务", ">结束</button>").doesNotContain("name=\"code\"");
    }

    @Test
    void presenceIsNotedInItsOwnHours() {
        at("17:59");
        assertThat(code(attendances.arrive(tutor, "", false))).isEqualTo("D-034");
        at("20:30");
        assertThat(code(attendances.arrive(tutor, "", false))).isEqualTo("accepted");
        at("20:50");
        assertThat(code(attendances.leave(tutor, ""))).isEqualTo("accepted");
        assertThat(records.of(tutor)).extracting(ServiceRecords.Served::minutes).containsExactly(20);
    }

    @Test
    void aForgottenEndIsTheEndOfTheService() {
        at("19:00");
        attendances.arrive(tutor, "", false).orThrow();
        at("21:30");
        due.runDue();
        assertThat(records.of(tutor)).isEmpty();
        at("22:00");
        due.runDue();
        assertThat(records.of(tutor)).extracting(ServiceRecords.Served::minutes).containsExactly(120);
    }

    @Test
    void aScriptBeginsItAtItsStart() {
        Actor script = new Actor(new UUID(0, 0), "script", "脚本", Role.COMMUNITY_WORKER, STREET, true);
        at("18:59");
        assertThat(presence.arrive(script, TODAY) + presence.begin(script, TODAY))
                .isZero();
        at("20:05");
        assertThat(presence.begin(script, TODAY)).isEqualTo(1);
        assertThat(presence.begin(script, TODAY)).as("again").isZero();
        assertThat(presence.leave(script, TODAY)).as("before its end").isZero();
        at("22:00");
        due.runDue();
        assertThat(records.of(tutor)).extracting(ServiceRecords.Served::minutes).containsExactly(120);
    }

    @Test
    void nobodyIsMissedBeforeTheServiceBegins() {
        at("19:29");
        assertThat(vacancies.of(street, TODAY).posts()).isZero();
        at("19:30");
        assertThat(vacancies.of(street, TODAY).named())
                .extracting(Vacancies.Post::postId)
                .containsExactly(tutoring);
        at("20:59");
        assertThat(vacancies.of(street, TODAY).watched()).isTrue();
        at("21:00");
        assertThat(vacancies.of(street, TODAY).watched()).isFalse();
    }

    @Test
    void calendarsHaveItsHoursAndNoPlace() throws Exception {
        assertThat(read(get(page() + "/calendar.ics")))
                .contains("DTSTART:20260326T110000Z", "DTEND:20260326T130000Z", "LOCATION:线上");
        assertThat(read(get("/rota/" + links.ofRota(STREET) + ".ics")))
                .contains("DTSTART:20260326T110000Z", "DTEND:20260326T130000Z", "LOCATION:线上");
        assertThat(read(get("/dispatch/rota").session(district.session(mvc, "street"))))
                .contains("19:00–21:00", "线上");
    }

    @Test
    void thereIsNoSheetWithACode() throws Exception {
        assertThat(code(attendances.code(street, TODAY, tutoring))).isEqualTo("D-052");
        String people =
                read(get("/dispatch/posts/" + tutoring + "/invitations").session(district.session(mvc, "street")));
        assertThat(people).contains("19:00–21:00", "线上，不用到场").doesNotContain("/sheet");
    }
}
