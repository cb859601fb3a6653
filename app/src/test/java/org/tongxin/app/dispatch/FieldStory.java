package org.tongxin.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.dispatch.duty.Attendances;
import org.tongxin.app.dispatch.duty.DutyNotices;
import org.tongxin.app.dispatch.duty.Invitations;
import org.tongxin.app.dispatch.duty.Links;
import org.tongxin.app.dispatch.duty.NewCall;
import org.tongxin.app.dispatch.duty.OwnDuties;
import org.tongxin.app.dispatch.duty.Safety;
import org.tongxin.app.dispatch.duty.ServiceRecords;
import org.tongxin.app.dispatch.duty.UrgentCall;
import org.tongxin.app.dispatch.duty.UrgentCalls;
import org.tongxin.app.dispatch.duty.Vacancies;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWorkRunner;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Two streets with three posts and four people, whom all stories of the field share; each class has them in a database of its own. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
abstract class FieldStory {

    static final String COMMUNITY = STREET + "001";
    static final String FAR = OTHER + "001";
    static final LocalDate TOMORROW = TODAY.plusDays(1);
    static final Pattern CODE = Pattern.compile("aria-label=\"签到码 (\\d{6})\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

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
    Dispatch dispatch;

    @Autowired
    OwnDuties duties;

    @Autowired
    Attendances attendances;

    @Autowired
    ServiceRecords records;

    @Autowired
    DutyNotices notices;

    @Autowired
    Safety safety;

    @Autowired
    Invitations invitations;

    @Autowired
    UrgentCalls calls;

    @Autowired
    Vacancies vacancies;

    @Autowired
    DueWorkRunner due;

    Actor officer;
    Actor street;
    Actor neighbour;
    Actor analyst;
    UUID gate;
    UUID site;
    UUID meixi;
    UUID chen;
    UUID lin;
    UUID wu;
    UUID far;

    @BeforeEach
    void open() {
        district.open();
        officer = district.actor("officer");
        street = district.actor("street");
        neighbour = district.actor("meixi");
        analyst = district.actor("analyst");
        gate = ids.of("post", "gate");
        site = ids.of("post", "site");
        meixi = ids.of("post", "meixi");
        chen = ids.of("person", "chen");
        lin = ids.of("person", "lin");
        wu = ids.of("person", "wu");
        far = ids.of("person", "far");
        if (jdbc.sql("select count(*) from duty_post").query(Long.class).single() == 0) {
            build();
        }
        for (String table : List.of(
                "call_taker",
                "urgent_call",
                "calendar_entry",
                "service_certificate",
                "service_record",
                "attendance",
                "link_edition",
                "assignment",
                "shift_unavailable",
                "coverage_gap",
                "shift_post")) {
            jdbc.sql("delete from " + table).update();
        }
        for (LocalDate day : List.of(TODAY.minusDays(1), TODAY, TOMORROW)) {
            for (UUID post : List.of(gate, site, meixi)) {
                jdbc.sql("insert into shift_post (shift_day, post_id, area_path) select ?, id, area_path from duty_post"
                                + " where id = ?")
                        .params(day, post)
                        .update();
            }
        }
    }

    void build() {
        registry.addAreas(List.of(
                community(COMMUNITY, "柳荫一居", "Liuyin First", 31.20), community(FAR, "梅溪一居", "Meixi First", 31.30)));
        UUID unit = ids.of("unit", "one");
        registry.addUnits(List.of(new Registry.NewUnit(
                unit, "区图书馆", "District Library", "AGENCY", "STATIONED_UNIT", STREET, TestDistrict.underDistrict())));
        registry.addPeople(List.of(
                volunteer(chen, "陈小雨", COMMUNITY, true),
                volunteer(lin, "林大海", COMMUNITY, false),
                Registry.NewPerson.allDay(wu, "吴建国", Person.Kind.POSTED, unit, COMMUNITY, null, true, false),
                volunteer(far, "方远", FAR, true)));
        registry.addPosts(List.of(
                dutyPost(gate, COMMUNITY, "CHECKPOINT", "柳荫苑北门", "Liuyin North Gate"),
                dutyPost(site, COMMUNITY, "SCREENING_SITE", "柳荫采样点", "Liuyin Screening Site"),
                dutyPost(meixi, FAR, "CHECKPOINT", "梅溪路口", "Meixi Crossing")));
        for (String path : List.of(STREET, OTHER)) {
            jdbc.sql("insert into street_coverage (street_path, order_id, since, caused_by) values (?, ?, now(), ?)")
                    .params(path, ids.of("order", path), ids.of("cause", path))
                    .update();
        }
    }

    Registry.NewArea community(String path, String name, String nameEn, double latitude) {
        return Registry.NewArea.of(new Area(
                ids.of("area", path),
                path,
                AreaLevel.COMMUNITY,
                "RESIDENTS_COMMITTEE",
                name,
                nameEn,
                true,
                true,
                latitude,
                121.50));
    }

    static Registry.NewPerson volunteer(UUID id, String name, String home, boolean insured) {
        return Registry.NewPerson.allDay(id, name, Person.Kind.VOLUNTEER, null, home, null, true, insured);
    }

    static DutyPost dutyPost(UUID id, String area, String kind, String name, String nameEn) {
        return DutyPost.at(id, area, kind, name, nameEn, 2, 1, null, area.equals(COMMUNITY) ? 31.201 : 31.30, 121.50);
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    void at(LocalDate day, String time) {
        clock.holdAt(clock.at(day, LocalTime.parse(time)));
    }

    UUID assign(LocalDate day, UUID person, UUID post, String state) {
        UUID id = ids.of("assignment", day, person, post);
        jdbc.sql("insert into assignment (id, shift_day, post_id, person_id, state, metres, rank, eligible,"
                        + " nearer_elsewhere, assigned_at) values (?, ?, ?, ?, ?, 420, 1, 9, 0, now())")
                .params(id, day, post, person, state)
                .update();
        return id;
    }

    static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "accepted";
    }

    /** Rows of every table but the audit's sequence of acts, which is compared apart. */
    Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("select count(*) from \"" + table + "\"")
                                .query(Long.class)
                                .single()));
        return rows;
    }

    String codeOnTheSheet(String login, LocalDate day, UUID post) throws Exception {
        String page = read(get("/dispatch/posts/" + post + "/sheet?day=" + day).session(district.session(mvc, login)));
        Matcher found = CODE.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    String read(MockHttpServletRequestBuilder request) throws Exception {
        return answer(request).getContentAsString(StandardCharsets.UTF_8);
    }

    MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    String page(UUID person) {
        return "/duty/" + links.ofPerson(person);
    }

    static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    long named(UUID person) {
        return jdbc.sql("select count(*) from audit_entry where concat(details, subject, login, name) like ?")
                .param("%" + person + "%")
                .query(Long.class)
                .single();
    }

    UrgentCall call(String kind, int wanted, int radius, int minutes) {
        return calls.open(officer, new NewCall(gate, "", kind, "送一批药到北门", null, wanted, radius, minutes))
                .orThrow();
    }

    static <T> List<T> atOnce(int times, Callable<T> act) throws Exception {
        List<Callable<T>> acts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            acts.add(act);
        }
        return atOnce(acts);
    }

    /** Lets all go when all stand ready. */
    static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        CountDownLatch ready = new CountDownLatch(acts.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> act : acts) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return act.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
