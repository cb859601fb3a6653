package org.tongxin.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.MemberUnits;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Sought;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** The search field: what is found, who finds it, and that it stays quick at the size of a real district. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class SearchIT {

    private static final UUID UNIT = UUID.fromString("00000000-0000-4000-8000-00000000a001");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Registry registry;

    @Autowired
    MemberUnits units;

    @Autowired
    List<Findable> kinds;

    @Autowired
    List<ApplicationRunner> runners;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        house.open();
        if (units.find(UNIT, "").isEmpty()) {
            registry.addUnits(List.of(new Registry.NewUnit(
                    UNIT,
                    "长乐研究所",
                    "Changle Institute",
                    "INSTITUTE",
                    "STATIONED_UNIT",
                    OTHER,
                    TestDistrict.underDistrict())));
        }
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private ResultActions search(String login, String typed) throws Exception {
        return mvc.perform(get("/search").param("q", typed).session(district.session(mvc, login)));
    }

    @Test
    void aStreetIsFoundByPartOfItsNameByInitialsAndByPinyinInBothLanguages() throws Exception {
        for (String typed :
                List.of("柳荫", "荫街", "lyjd", "LIUYIN", "liu yin jie", "yinjie", "yjd", "Liuyin Sub", "9901000")) {
            search("officer", typed)
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("/areas/" + STREET)));
        }
    }

    @Test
    void aWholeCodeGoesStraightToItsPage() throws Exception {
        search("officer", STREET).andExpect(redirectedUrl("/areas/" + STREET));
        search("officer", Storehouse.MASK.toLowerCase(java.util.Locale.ROOT))
                .andExpect(redirectedUrl("/supplies/items/" + Storehouse.MASK));
        String number = house.ask("street", STREET, Storehouse.MASK, 5).number();
        search("officer", number).andExpect(status().is3xxRedirection());
    }

    @Test
    void nobodyFindsWhatLiesOutsideTheirTerritory() throws Exception {
        search("officer", "长乐").andExpect(content().string(containsString("/member-units/" + UNIT)));
        search("meixi", "clyjs").andExpect(content().string(containsString("/member-units/" + UNIT)));
        search("street", "长乐").andExpect(content().string(not(containsString(UNIT.toString()))));
        search("street", OTHER)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/areas/" + OTHER))));
        Actor street = district.actor("street");
        for (Findable kind : kinds) {
            assertThat(kind.find(street, Sought.of("梅溪"), 100)).as(kind.kind()).isEmpty();
        }
    }

    /** A row of every kind lies in the other street. What has no territory is read by everybody: {@link #everybodysKinds}. */
    @Test
    void ofEveryKindNothingIsFoundFromOutsideItsTerritory() {
        String number = everyKind();
        Actor officer = district.actor("officer");
        Actor meixi = district.actor("meixi");
        Actor street = district.actor("street");
        for (Findable kind : kinds) {
            if (everybodysKinds().contains(kind.kind())) {
                continue;
            }
            Sought sought = Sought.of(kind.kind().equals("callers") ? number : "梅溪");
            assertThat(kind.find(meixi, sought, 100)).as(kind.kind()).isNotEmpty();
            if (!kind.kind().equals("callers")) {
                assertThat(kind.find(officer, sought, 100)).as(kind.kind()).isNotEmpty();
            }
            assertThat(kind.find(street, sought, 100)).as(kind.kind()).isEmpty();
            assertThat(kind.find(street, Sought.of(""), 1_000))
                    .as(kind.kind())
                    .noneMatch(found -> found.toString().contains("梅溪"));
        }
        for (String common : everybodysKinds()) {
            Findable kind = kinds.stream()
                    .filter(each -> each.kind().equals(common))
                    .findFirst()
                    .orElseThrow();
            assertThat(kind.find(street, Sought.of(""), 100)).isEqualTo(kind.find(officer, Sought.of(""), 100));
        }
    }

    /** Plans of the district and the catalogue of goods belong to no place. */
    private static List<String> everybodysKinds() {
        return List.of("plans", "goods");
    }

    /** @return the number of a call that only the other street answers */
    private String everyKind() {
        house.ask("meixi", OTHER, Storehouse.MASK, 5);
        if (jdbc.sql("select count(*) from episode").query(Long.class).single() > 0) {
            return "90909";
        }
        var point = district.point("MX-1", OTHER);
        jdbc.sql("""
                insert into signal (id, point_id, area_path, event_day, observed, expected, upper_bound, method, window_days,
                                    completeness, detected_at, event_id)
                values (gen_random_uuid(), ?, ?, date '2026-03-20', 9, 2, 5, 'EARS_C2', 7, '14/14', now(), gen_random_uuid())
                """).params(point.id(), OTHER).update();
        for (String made : List.of("""
                insert into duty_post (id, area_path, kind, name, name_en, places, minimum, latitude, longitude)
                values (gen_random_uuid(), :area, 'CHECKPOINT', '梅溪卡口', 'Meixi checkpoint', 2, 1, 31, 121)
                """, """
                insert into member_unit (id, name, name_en, kind, network, area_path, spelling)
                values (gen_random_uuid(), '梅溪小学', 'Meixi School', 'SCHOOL', 'STATIONED_UNIT', :area, 'meixi')
                """, """
                with made as (
                    insert into task_order (id, number, origin, template, title, title_en, basis, issuer, fields, minutes, staffing,
                                            goes_to, issued_at, due_at)
                    values (gen_random_uuid(), 'RW-MX', 'PLAN', 'T', '梅溪的任务', 'Meixi task', 'b', 'i', '[]', 5, false, 'STREET',
                            now(), now() + interval '1 day') returning id, issued_at, due_at)
                insert into task (id, order_id, level, area_path, issue_event, issued_at, due_at, state)
                select gen_random_uuid(), id, 'STREET', :area, gen_random_uuid(), issued_at, due_at, 'WITHDRAWN' from made
                """, """
                with rated as (
                    insert into area_rating (id, area_path, data_day, level, computed, changed, rule, rules_version, reasons,
                                             lowered_by, figures, rated_at, event_id)
                    values (gen_random_uuid(), :area, date '2026-03-20', 'BLUE', 'BLUE', true, 'r', '1', '[]', '[]', '{}', now(),
                            gen_random_uuid()) returning id)
                insert into warning (id, number, area_path, kind, level, exercise, state, rating_id, drafted_at)
                select gen_random_uuid(), 'YJ-MX', :area, 'x', 'BLUE', false, 'DRAFT', id, now() from rated
                """, """
                insert into incident_rating (id, number, area_path, title, likelihood, likelihood_known, consequence,
                                             consequence_known, level, confidence, what_happened, why_likely, why_grave, rated_by,
                                             rated_at)
                values (gen_random_uuid(), 'SJ-MX', :area, '梅溪的事件', 2, true, 2, true, 'BLUE', 'LOW', 'x', 'x', 'x', 'x', now())
                """, """
                with opened as (
                    insert into episode (id, number, state, opened_at, first_day, last_day, event_id)
                    values (gen_random_uuid(), 77, 'WAITING', now(), date '2026-03-20', date '2026-03-20', gen_random_uuid())
                    returning id)
                insert into episode_part (key, episode_id, kind, area_path, event_day)
                select 'MX', id, 'PLACE', :area, date '2026-03-20' from opened
                """, """
                insert into measure (id, kind, decided_body, limits_movement, area_path, content, basis, explanation, alternatives,
                                     starts_at, ends_at, decided_by, decided_at, state)
                select gen_random_uuid(), kind, body, limits_movement, :area, '梅溪的措施', 'x', 'x',
                       '[{"way": "x", "whyNotEnough": "y"}]', now(), now() + interval '1 day', 'x', now(), 'DECIDED'
                from measure_competence where not limits_movement limit 1
                """, """
                insert into resident_request (id, number, area_path, kind, text, filed_by, filed_at, destroy_by)
                values (gen_random_uuid(), '90909', :area, 'OTHER', 'x', 'x', now(), date '2026-06-01')
                """)) {
            jdbc.sql(made).param("area", OTHER).update();
        }
        return "90909";
    }

    @Test
    void aSignalIsFoundByItsPlaceItsKindAndItsDay() {
        everyKind();
        Findable signals = kinds.stream()
                .filter(each -> each.kind().equals("signals"))
                .findFirst()
                .orElseThrow();
        Actor officer = district.actor("officer");
        for (String typed : List.of("梅溪", "mxz", "MX-1门诊", "发热门诊", "fever", "2026-03-20")) {
            assertThat(signals.find(officer, Sought.of(typed), 9)).as(typed).hasSize(1);
        }
        for (String typed : List.of("2026-03-21", "社会面", "没有")) {
            assertThat(signals.find(officer, Sought.of(typed), 9)).as(typed).isEmpty();
        }
    }

    @Test
    void anOrderThatWasWithdrawnSaysSo() throws Exception {
        everyKind();
        search("officer", "梅溪的任务").andExpect(content().string(containsString("已撤回")));
    }

    /** Somebody may type a name there by mistake. */
    @Test
    void whatWasTypedStandsInNoLogAndNotInTheAudit(CapturedOutput output) throws Exception {
        search("officer", "张三李四王五").andExpect(status().isOk());
        assertThat(output.getAll()).doesNotContain("张三李四王五", "%E5%BC%A0%E4%B8%89");
        assertThat(jdbc.sql("select count(*) from audit_entry e where e::text like '%张三李四%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void peopleAreNotAmongWhatCanBeFound() {
        assertThat(kinds.stream().map(Findable::kind))
                .containsExactly(
                        "areas",
                        "posts",
                        "units",
                        "orders",
                        "warnings",
                        "incidents",
                        "signals",
                        "episodes",
                        "plans",
                        "measures",
                        "goods",
                        "needs",
                        "callers");
    }

    @Test
    void whoFindsNothingReadsWhatCanBeLookedFor() throws Exception {
        search("officer", "<没有这样的地方>")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有找到“&lt;没有这样的地方&gt;”")))
                .andExpect(content().string(containsString("bcz")));
        search("officer", "").andExpect(status().isOk());
        search("officer", "100%_'\\").andExpect(status().isOk());
    }

    @Test
    void namesFromBeforeThereWereSpellingsAreSpelledAtTheStart() throws Exception {
        jdbc.sql("update area set spelling = null where path = ?").param(STREET).update();
        assertThat(kinds.getFirst().find(district.actor("officer"), Sought.of("lyjd"), 5))
                .isEmpty();
        ApplicationArguments none = new DefaultApplicationArguments();
        for (ApplicationRunner runner : runners) {
            if (runner.getClass().getSimpleName().startsWith("SpellingsFilled")) {
                runner.run(none);
            }
        }
        assertThat(kinds.getFirst().find(district.actor("officer"), Sought.of("lyjd"), 5))
                .hasSize(1);
    }

    @Test
    void aFullDistrictGivesAFewOfEachKind() {
        fill();
        Actor officer = new Actor(UUID.randomUUID(), "someone", "someone", Role.DUTY_OFFICER, "9988", false);
        for (String words : List.of("村", "社区17", "jwh", "RW-99", "没有", "任务")) {
            List<Integer> found = kinds.stream()
                    .map(kind -> kind.find(officer, Sought.of(words), 7).size())
                    .toList();
            assertThat(found).as(words).allMatch(size -> size <= 7);
        }
        assertThat(kinds.stream()
                        .flatMap(kind -> kind.find(officer, Sought.of("RW-991"), 7).stream())
                        .count())
                .isPositive();
    }

    /** 1,360 communities and 20,400 tasks of 15 orders, where no other test looks. */
    private void fill() {
        List<Registry.NewArea> areas = new ArrayList<>();
        for (int street = 1; street <= 34; street++) {
            areas.add(area("998800%03d".formatted(street), AreaLevel.STREET, street + "号街道"));
            for (int community = 1; community <= 40; community++) {
                areas.add(area(
                        "998800%03d%03d".formatted(street, community),
                        AreaLevel.COMMUNITY,
                        "第" + street + "社区" + community + "村居委会"));
            }
        }
        registry.addAreas(areas);
        jdbc.sql("""
                insert into task_order (id, number, origin, template, title, title_en, basis, issuer, fields, minutes, staffing,
                                        goes_to, issued_at, due_at)
                select gen_random_uuid(), 'RW-99' || n, 'PLAN', 'T', '任务' || n, 'Task ' || n, 'b', 'i', '[]', 5, false,
                       'COMMUNITY', now(), now() + interval '1 day' from generate_series(1, 15) n
                """).update();
        jdbc.sql("""
                insert into task (id, order_id, level, area_path, issue_event, issued_at, due_at)
                select gen_random_uuid(), o.id, 'COMMUNITY', a.path, gen_random_uuid(), o.issued_at, o.due_at
                from task_order o cross join area a where o.number like 'RW-99%' and a.path like '9988%' and a.level = 'COMMUNITY'
                """).update();
        jdbc.sql("analyze").update();
    }

    private Registry.NewArea area(String path, AreaLevel level, String name) {
        return Registry.NewArea.of(
                new Area(ids.of("area", path), path, level, "SUBDISTRICT", name, name, true, true, null, null));
    }
}
