package org.tongxin.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.tongxin.app.support.TestDistrict.STREET;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Long lists in the browser: the links lead through all of a list, also while it grows. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class ListPagesIT {

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final int UNITS = 130;

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Registry registry;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        house.open();
        if (jdbc.sql("select count(*) from member_unit").query(Long.class).single() == 0) {
            registry.addUnits(java.util.stream.IntStream.range(0, UNITS)
                    .mapToObj(i -> unit("幼儿园" + i))
                    .toList());
        }
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private static Registry.NewUnit unit(String name) {
        return new Registry.NewUnit(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                name,
                name,
                "SCHOOL",
                "STATIONED_UNIT",
                STREET,
                TestDistrict.underDistrict());
    }

    private String page(String address) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        get(java.net.URI.create(address)).session(district.session(mvc, "officer")))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<String> links(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
    }

    @Test
    void theListOfUnitsIsReadToItsEndWhileUnitsAreAdded() throws Exception {
        List<String> seen = new ArrayList<>();
        String address = "/member-units?q=yey";
        int pages = 0;
        while (!address.isEmpty()) {
            String page = page(address);
            seen.addAll(links(page, "/member-units/[0-9a-f-]{36}"));
            Matcher next = NEXT.matcher(page);
            address = next.find() ? next.group(1).replace("&amp;", "&") : "";
            registry.addUnits(List.of(unit("幼儿园甲" + pages)));
            pages++;
        }
        assertThat(seen).doesNotHaveDuplicates().hasSizeBetween(UNITS, UNITS + pages);
        for (int i = 0; i < UNITS; i++) {
            assertThat(seen).contains("/member-units/" + unit("幼儿园" + i).id());
        }
        assertThat(pages).isEqualTo(3);
        assertThat(page("/member-units?q=%E6%B2%A1%E6%9C%89")).doesNotContain("rel=\"next\"");
    }

    @Test
    void openNeedsBeyondAPageHaveANextOne() throws Exception {
        for (int i = 0; i < 55; i++) {
            house.ask("street", STREET, Storehouse.MASK, 5 + i);
        }
        String first = page("/supplies/needs");
        Matcher next = NEXT.matcher(first);
        assertThat(next.find()).isTrue();
        List<String> seen = new ArrayList<>(links(first, "/supplies/needs/[0-9a-f-]{36}"));
        assertThat(seen).hasSize(50);
        seen.addAll(links(page(next.group(1).replace("&amp;", "&")), "/supplies/needs/[0-9a-f-]{36}"));
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(55);
    }

    @Test
    void ordersBeyondAPageAreReadToTheLast() throws Exception {
        jdbc.sql("""
                with made as (
                    insert into task_order (id, number, origin, template, title, title_en, basis, issuer, fields, minutes,
                                            staffing, goes_to, issued_at, due_at)
                    select gen_random_uuid(), 'LP-' || n, 'PLAN', 'T', '任务' || n, 'Task ' || n, 'b', 'i', '[]', 5, false,
                           'STREET', now(), now() + interval '1 day' from generate_series(100, 169) n
                    returning id, issued_at, due_at)
                insert into task (id, order_id, level, area_path, issue_event, issued_at, due_at)
                select gen_random_uuid(), id, 'STREET', ?, gen_random_uuid(), issued_at, due_at from made
                """).param(STREET).update();
        String first = page("/tasks");
        Matcher next =
                Pattern.compile("href=\"(/tasks\\?[^\"]*orders=[^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(first).contains("LP-100 ").doesNotContain("LP-150 ");
        List<String> seen = new ArrayList<>(links(first, "LP-1[0-9]{2} "));
        seen.addAll(links(page(next.group(1).replace("&amp;", "&")), "LP-1[0-9]{2} "));
        assertThat(seen).doesNotHaveDuplicates().hasSize(70);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/member-units",
                "/cooperation",
                "/complaints",
                "/measures",
                "/warnings",
                "/episodes",
                "/signals",
                "/signals?state=OPEN",
                "/delegation",
                "/supervision",
                "/risk-factors",
                "/incidents/rating",
                "/supplies/needs",
                "/supplies/transfers",
                "/supplies/requisitions",
                "/supplies/procurement",
                "/supplies/producers",
                "/supplies/places",
                "/supplies/plan",
                "/imports",
                "/scenarios",
                "/exercises",
                "/warnings/notices",
                "/review",
                "/dispatch/calls",
                "/tasks"
            })
    void aPageAfterSomethingThatIsGoneIsStillAPage(String address) throws Exception {
        page(address);
        String join = address.contains("?") ? "&" : "?";
        for (String name : List.of("after", "lessons", "waiting", "over", "orders", "offered", "road", "answered")) {
            page(address + join + name + "=00000000-0000-4000-8000-000000000000");
        }
    }
}
