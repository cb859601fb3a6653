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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
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
