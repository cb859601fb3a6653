package org.tongxin.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.resources.HolderKind;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Lists that used to end at a limit: their links lead to every row, once. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class EveryListPagesIT {

    private static final int ROWS = 120;
    private static final String COMMUNITY = STREET + "001";
    private static final UUID UNIT = UUID.fromString("00000000-0000-4000-8000-00000000b001");
    private static final Pattern LINK = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Registry registry;

    @Autowired
    Accounts accounts;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        house.open();
        supplies();
        if (jdbc.sql("select count(*) from import_file").query(Long.class).single() == 0) {
            people();
            others();
        }
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private void people() {
        registry.addAreas(List.of(Registry.NewArea.of(new Area(
                ids.of("area", COMMUNITY),
                COMMUNITY,
                AreaLevel.COMMUNITY,
                "RESIDENTIAL_COMMITTEE",
                "柳荫一村",
                "Liuyin Village 1",
                true,
                true,
                null,
                null))));
        registry.addUnits(List.of(new Registry.NewUnit(
                UNIT, "研究所", "Institute", "INSTITUTE", "STATIONED_UNIT", STREET, TestDistrict.underDistrict())));
        account("community", Role.COMMUNITY_WORKER, COMMUNITY);
        account("institute", Role.MEMBER_UNIT, STREET);
        jdbc.sql("insert into unit_desk (unit_id, login, since, until, opened_by) values (?, 'institute',"
                        + " timestamptz '2026-01-01', timestamptz '2026-12-31', 'test')")
                .param(UNIT)
                .update();
    }

    private void account(String login, Role role, String area) {
        accounts.open(Actor.system(), NewAccount.withPassword(login, login, TestDistrict.PASSWORD))
                .orThrow();
        Instant since = Instant.parse("2026-03-26T02:30:00Z");
        accounts.appoint(Actor.system(), login, new Post(role, area, "岗位", since, since.plus(Duration.ofDays(30))))
                .orThrow();
    }

    private void supplies() {
        UUID store = house.place(HolderKind.UNIT, "柳荫医院", STREET);
        fill("""
                insert into supply_offer (id, number, giver, name, area_path, item_code, quantity, until, offered_by, offered_at)
                select gen_random_uuid(), 'FF-' || n, 'RESIDENTS', null, '990100001', 'MASK', 5, timestamptz '2026-05-01', 'x', now()
                from rows
                """);
        fill("""
                insert into supply_holder (id, kind, name, name_en, area_path, scenario)
                select gen_random_uuid(), 'UNIT', 'WH-' || n, 'WH-' || n, '990100001', false from rows
                """);
        UUID need = UUID.randomUUID();
        jdbc.sql(
                        "insert into supply_need (id, number, holder_id, item_code, quantity, priority, until, people, why, asked_by,"
                                + " asked_at) values (?, 'NN-1', ?, 'MASK', 100000, 'URGENT', timestamptz '2026-05-01', 3, 'x', 'x', now())")
                .params(need, store)
                .update();
        fill("""
                insert into supply_delivery (id, number, need_id, from_id, item_code, quantity, state, proposed_by, proposed_at)
                select gen_random_uuid(), 'DD-' || n, '%s', '%s', case n %% 2 when 0 then 'MASK' else 'PARCEL' end, 1,
                       (array ['PROPOSED', 'ACCEPTED', 'SENT'])[1 + n %% 3], 'x', now() from rows
                """.formatted(need, house.warehouse()));
        UUID producer = UUID.randomUUID();
        jdbc.sql(
                        "insert into supply_producer (id, name, name_en, area_path, item_code, per_day, contact, checked_on, scenario)"
                                + " values (?, '口罩厂', 'Mask works', ?, 'MASK', 1000, '办公室', date '2026-03-01', false)")
                .params(producer, STREET)
                .update();
        fill("""
                insert into supply_block (id, producer_id, kind, what, per_day, clearer, due_on, opened_by, opened_at, cleared_by,
                                          cleared_at, how)
                select gen_random_uuid(), '%s', 'STAFF', 'x', 1, 'x', date '2026-04-01', 'x', now(), 'x',
                       now() - n * interval '1 hour', 'HH-' || n || '.' from rows
                """.formatted(producer));
    }

    private void others() {
        registry.addAreas(IntStream.rangeClosed(1, ROWS)
                .mapToObj(number -> Registry.NewArea.of(new Area(
                        ids.of("area", OTHER + number),
                        OTHER + "%03d".formatted(number),
                        AreaLevel.COMMUNITY,
                        "RESIDENTIAL_COMMITTEE",
                        "测" + (1000 + number) + "村",
                        "Village " + number,
                        true,
                        true,
                        null,
                        null)))
                .toList());
        jdbc.sql("update area set community_type = 'OLD', households = 100 * (1 + substr(path, 10)::int % 7)"
                        + " where path like '990100002___'")
                .update();
        jdbc.sql("insert into street_coverage (street_path, order_id, since, caused_by)"
                        + " values (?, gen_random_uuid(), now(), gen_random_uuid())")
                .param(OTHER)
                .update();
        fill("""
                insert into import_file (id, number, kind, title, fingerprint, state, uploaded_by, uploaded_at, total)
                select gen_random_uuid(), n, 'people', 'x', 'f' || n, 'CANCELLED', 'officer', now(), 0 from rows
                """);
        fill("""
                insert into simulation_scenario (id, number, area_path, name, situation, courses, members, days, scale, later,
                                                 capacities, costs, seed, state, created_by, created_at)
                select gen_random_uuid(), 'TY-' || n, '990100', 'x', '{}', '[]', 10, 20, 1, false, '{}', '{}', 1, 'CANCELLED',
                       'officer', now() from rows
                """);
        fill("""
                insert into exercise (id, number, mode, plan_version, area_path, scenario, aims, pace, planned_by, planned_at)
                select gen_random_uuid(), 'YL-' || n, 'LEAD_AND_COORDINATE', '1', '990100', 'x', 'x', 1, 'officer', now() from rows
                """);
        fill("""
                insert into received_notice (id, sender, identifier, sent, status, kind, scope, event, headline, area, severity,
                                             instruction, message, received_at, received_by)
                select gen_random_uuid(), 's', 'RR-' || n || '.', now(), 'Actual', 'Alert', 'Public', 'x', 'x', 'x', 'Severe', '',
                       '', now(), 'officer' from rows
                """);
        fill("""
                insert into resident_request (id, number, area_path, kind, text, filed_by, filed_at, answered, answered_as,
                                              answered_at, destroy_by)
                select gen_random_uuid(), 'Q' || n, '990100001001', 'OTHER', 'x', 'x', now(), 'BY_PHONE', 'COMMUNITY_WORKER', now(),
                       date '2026-05-01' from rows
                """);
        fill("""
                with sent as (
                    insert into unit_request (id, number, unit_id, area_path, asked, why, basis, until, contact, signer, state,
                                              drafted_by, drafted_at, sent_by, sent_at)
                    select gen_random_uuid(), 'SQ-' || n, '%s', '990100001', 'x', 'x', 'x', timestamptz '2026-05-01', 'x',
                           'DUTY_OFFICER', 'SENT', 'x', now(), 'x', now() from rows
                    returning id, number)
                insert into unit_answer (request_id, kind, words, given_by, given_at)
                select id, 'DECLINES', '', 'institute', now() from sent where substr(number, 4)::int %% 2 = 0
                """.formatted(UNIT));
        fill("""
                with made as (
                    insert into task_order (id, number, origin, template, title, title_en, basis, issuer, fields, minutes,
                                            staffing, goes_to, issued_at, due_at)
                    select gen_random_uuid(), 'RW-' || n, 'PLAN', 'T', case n %% 3 when 2 then '完成' else '任务' end || n || '号', 'Task ' || n, 'b', 'i', '[]', 5, false,
                           'COMMUNITY', timestamptz '2026-03-01' + n * interval '1 minute',
                           case n %% 3 when 0 then timestamptz '2026-03-20' + (n - 1000) * interval '1 hour'
                                else timestamptz '2026-04-20' - (n - 1000) * interval '1 hour' end from rows
                    returning id, number, issued_at, due_at)
                insert into task (id, order_id, level, area_path, issue_event, issued_at, due_at, state, acknowledged_at,
                                  acknowledged_by, reported_at)
                select gen_random_uuid(), id, 'COMMUNITY', '990100001001', gen_random_uuid(), issued_at, due_at,
                       case substr(number, 4)::int %% 6 when 2 then 'ACCEPTED' when 5 then 'ACCEPTED' when 1 then 'REPORTED'
                            else 'ISSUED' end, issued_at, 'x',
                       case when substr(number, 4)::int %% 6 in (1, 2, 5) then issued_at end from made
                """.formatted());
    }

    private void fill(String insert) {
        jdbc.sql((insert.strip().startsWith("with")
                                ? insert.replaceFirst("with ", "with rows as (" + NUMBERS + "), ")
                                : insert)
                        .replaceFirst("from rows\\s*$", "from (" + NUMBERS + ") rows"))
                .update();
    }

    private static final String NUMBERS = "select n from generate_series(1001, " + (1000 + ROWS) + ") n";

    private String page(String login, String address) throws Exception {
        MockHttpServletResponse response = mvc.perform(get(URI.create(address)).session(district.session(mvc, login)))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    /** The rows of a page, in order; a row may be named twice in its own lines. */
    private static List<String> rows(String page, String row) {
        return Pattern.compile(row)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** Where the list under a heading goes on; empty on its last page. Each list has its own pager, which is named after it. */
    private static String next(String page, String heading) {
        return Pattern.compile(
                        "<nav [^>]*aria-labelledby=\"" + heading + " " + heading + "-pages\"[^>]*>(.*?)</nav>",
                        Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(pager -> LINK.matcher(pager.group(1)))
                .filter(Matcher::find)
                .map(link -> link.group(1).replace("&amp;", "&").replaceFirst("#.*", ""))
                .findFirst()
                .orElse("");
    }

    private List<String> readAll(String login, String address, String heading, String row) throws Exception {
        List<String> seen = new ArrayList<>();
        String at = address;
        while (!at.isEmpty()) {
            String page = page(login, at);
            seen.addAll(rows(page, row));
            at = next(page, heading);
        }
        return seen;
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource({
        "officer, /supplies/needs, offers-h, FF-1[0-9]{3}, 120",
        "officer, /supplies/needs, moving-h, DD-1[0-9]{3}, 120",
        "officer, /supplies/places?q=WH-1, lead-h, WH-1[0-9]{3}, 120",
        "officer, /dispatch/forces, communities-h, 测1[0-9]{3}村, 120",
        "officer, /dispatch/forces?q=%E6%B5%8B10, communities-h, 测1[0-9]{3}村, 99",
        "officer, /supplies/producers, cleared-h, HH-1[0-9]{3}, 120",
        "officer, /imports, mine-h, '1,?[01][0-9]{2}号', 120",
        "officer, /scenarios, list-h, TY-1[0-9]{3}, 120",
        "officer, /exercises, list-h, /exercises/YL-1[0-9]{3}, 120",
        "officer, /warnings/notices, list, RR-1[0-9]{3}, 120",
        "officer, /tasks, orders-h, RW-1[0-9]{3} ·, 120",
        "community, /callers, done-h, Q1[0-9]{3}, 120",
        "community, /tasks, answered-h, 完成1[0-9]{3}号, 40",
        "institute, /unit-desk, open-h, 'id=\"r-SQ-1[0-9]{2}[13579]', 60",
        "institute, /unit-desk, said-h, 'id=\"r-SQ-1[0-9]{2}[02468]', 60"
    })
    void everyRowIsReachedAndNoneTwice(String login, String address, String heading, String row, int rows)
            throws Exception {
        assertThat(readAll(login, address, heading, row))
                .doesNotHaveDuplicates()
                .hasSize(rows);
    }

    @Test
    void whoGoesOnInOneListKeepsTheirPlaceInTheOthersOfThePage() throws Exception {
        String second = page("officer", next(page("officer", "/supplies/needs"), "offers-h"));
        List<String> offers = rows(second, "FF-1[0-9]{3}");
        String both = page("officer", next(second, "moving-h"));
        assertThat(rows(both, "FF-1[0-9]{3}")).isEqualTo(offers);
        assertThat(rows(both, "DD-1[0-9]{3}")).isNotEmpty().doesNotContainAnyElementsOf(rows(second, "DD-1[0-9]{3}"));
    }

    @Test
    void anAnswerThatIsRefusedOnALaterPageStandsThereAsItWasTyped() throws Exception {
        String second = next(page("institute", "/unit-desk"), "open-h");
        String after = second.replaceFirst(".*[?&]after=([^&#]+).*", "$1");
        Matcher form =
                Pattern.compile("/unit-desk/requests/([0-9a-f-]{36})/answer").matcher(page("institute", second));
        assertThat(form.find()).isTrue();
        String tooLong = "礼堂可以用".repeat(100);
        MvcResult refused = mvc.perform(post(form.group())
                        .with(csrf())
                        .param("kind", "AGREES")
                        .param("words", tooLong)
                        .param("version", "1")
                        .param("after", after)
                        .session(district.session(mvc, "institute")))
                .andReturn();
        String back = String.valueOf(refused.getResponse().getRedirectedUrl());
        assertThat(back).isEqualTo("/unit-desk?after=" + after);
        assertThat(mvc.perform(get(URI.create(back))
                                .flashAttrs(refused.getFlashMap())
                                .session(district.session(mvc, "institute")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains(tooLong);
    }

    @Test
    void aPlaceIsFoundByPartOfItsNameOrByThePinyinOfItsStreetInTheOwnTerritory() throws Exception {
        assertThat(page("officer", "/supplies/places?q=" + URLEncoder.encode("医院", StandardCharsets.UTF_8)))
                .contains("柳荫医院")
                .doesNotContain("WH-1001");
        assertThat(page("officer", "/supplies/places?q=lyjd")).contains("柳荫库");
        assertThat(page("officer", "/supplies/places?q=mxz")).doesNotContain("柳荫库");
        assertThat(page("meixi", "/supplies/places")).doesNotContain("柳荫库", "WH-1");
    }

    @Test
    void whatIsCarriedFirstStandsFirstAmongWhatIsInOneState() throws Exception {
        List<String> seen = readAll("officer", "/supplies/needs", "moving-h", "DD-1[0-9]{3}");
        assertThat(seen)
                .isEqualTo(jdbc.sql(
                                "select number from supply_delivery order by array_position(array['PROPOSED', 'ACCEPTED',"
                                        + " 'SENT'], state), item_code, number")
                        .query(String.class)
                        .list());
    }

    @Test
    void whatIsOverdueStandsBeforeWhatIsDueThenWhatIsAnsweredAndThenWhatIsFinished() throws Exception {
        List<String> seen = readAll("officer", "/tasks", "orders-h", "RW-1[0-9]{3} ·").stream()
                .map(row -> row.substring(3, 7))
                .toList();
        List<String> expected = jdbc.sql("""
                        select substr(number, 4) from task_order where number like 'RW-1%'
                        order by case substr(number, 4)::int % 6 when 0 then 0 when 3 then 0 when 4 then 1 when 1 then 2 else 3 end,
                                 case when substr(number, 4)::int % 3 = 2 then 0 else extract(epoch from due_at) end,
                                 due_at desc
                        """).query(String.class).list();
        assertThat(seen).isEqualTo(expected);
    }
}
