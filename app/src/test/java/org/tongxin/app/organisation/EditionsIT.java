package org.tongxin.app.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.dispatch.ShiftStreet;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.core.geo.Datum;

/** A new edition of the units: compared, decided by a person, applied at once or not at all; nothing that stood there is lost. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, ShiftStreet.class})
class EditionsIT {

    private static final String NEW_CODE = STREET + "091";
    private static final String HEAD = """
            code,name
            990100000000,东临区
            990100001000,柳荫街道
            990100002000,梅溪镇
            990100401000,东临产业园
            """;

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    ShiftStreet town;

    @Autowired
    Editions editions;

    @Autowired
    UnitPlaces places;

    @Autowired
    Organisation organisation;

    @Autowired
    Accounts accounts;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        town.open();
        account("admin", Role.ADMINISTRATOR, DISTRICT);
        account("worker", Role.COMMUNITY_WORKER, ShiftStreet.community(0));
        editions.list().stream()
                .filter(edition -> edition.state() == Edition.State.PROPOSED)
                .forEach(edition ->
                        editions.discard(admin(), edition, edition.version()).orThrow());
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private void account(String login, Role role, String area) {
        if (accounts.findActor(login).isEmpty()) {
            accounts.open(Actor.system(), NewAccount.withPassword(login, login, TestDistrict.PASSWORD));
            accounts.appoint(
                    Actor.system(),
                    login,
                    new Post(role, area, "岗位", clock.now(), clock.now().plus(Duration.ofDays(30))));
        }
    }

    private Actor admin() {
        return district.actor("admin");
    }

    /** The units as they stand, with some of them written otherwise. */
    private String edition(Map<String, String> otherwise) {
        String communities = organisation.list(AreaLevel.COMMUNITY, DISTRICT).stream()
                .map(area -> otherwise.getOrDefault(area.path(), area.path() + "," + area.name()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return HEAD + communities + "\n" + otherwise.getOrDefault("more", "");
    }

    private Outcome<String> upload(String login, String file) {
        return editions.upload(
                district.actor(login), "试用代码", TODAY.minusDays(1), file.getBytes(StandardCharsets.UTF_8));
    }

    private Edition uploaded(String file) {
        return current(upload("admin", file).orThrow());
    }

    private Edition current(String number) {
        return editions.find(number).orElseThrow();
    }

    private Edition decided(Edition edition, String goesOn) {
        Map<UUID, String> successors = editions.changes(edition).stream()
                .filter(change -> change.kind() == EditionChange.Kind.ENDED)
                .collect(Collectors.toMap(EditionChange::id, change -> goesOn));
        return current(
                editions.decide(admin(), edition, successors, edition.version()).orThrow());
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "accepted";
    }

    /** Every column of every table that holds the code or one below it. */
    private List<String> holdersOf(String code) {
        return jdbc
                .sql(
                        "select c.table_name || '.' || c.column_name from information_schema.columns c"
                                + " join information_schema.tables t using (table_schema, table_name)"
                                + " where c.table_schema = current_schema and t.table_type = 'BASE TABLE' and c.data_type = 'text'")
                .query(String.class)
                .list()
                .stream()
                .filter(column -> jdbc.sql("select count(*) from %s where %s like ?"
                                        .formatted(
                                                column.substring(0, column.indexOf('.')),
                                                column.substring(column.indexOf('.') + 1)))
                                .param(code + "%")
                                .query(Long.class)
                                .single()
                        > 0)
                .toList();
    }

    @Test
    void aUnitWithANewCodeKeepsItsIdItsDataAndItsReaders() throws Exception {
        String old = ShiftStreet.community(0);
        Area before = organisation.findArea(old).orElseThrow();
        int people = organisation.people(old).size();
        Edition edition = uploaded(edition(Map.of(old, "", "more", NEW_CODE + "," + before.name() + "\n")));
        assertThat(editions.changes(edition))
                .filteredOn(change -> change.kind() == EditionChange.Kind.ENDED)
                .extracting(EditionChange::goesOn)
                .containsExactly(NEW_CODE);
        byte[] file = mvc.perform(
                        get("/editions/" + edition.number() + "/changes.csv").session(district.session(mvc, "admin")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(file, StandardCharsets.UTF_8))
                .startsWith("\uFEFF")
                .contains("\n" + old + ",", ",撤销,", "," + NEW_CODE, "\n" + NEW_CODE + ",", ",新增,");

        editions.apply(admin(), edition, edition.version()).orThrow();

        Area after = organisation.findArea(NEW_CODE).orElseThrow();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(people).isPositive();
        assertThat(organisation.people(NEW_CODE)).hasSize(people);
        assertThat(organisation.posts(NEW_CODE)).isNotEmpty();
        assertThat(district.actor("worker").territory()).isEqualTo(NEW_CODE);
        assertThat(organisation.findArea(old)).isEmpty();
        assertThat(editions.findByFormerCode(old)).contains(after);
        assertThat(editions.past(after.id()))
                .extracting(Editions.PastName::code, Editions.PastName::until)
                .contains(org.assertj.core.groups.Tuple.tuple(old, TODAY.minusDays(1)));
        assertThat(holdersOf(old)).containsExactlyInAnyOrder("area_past.code", "edition_change.code");
        restore(NEW_CODE, old, before.name());
    }

    /** The way back is an edition like any other. */
    private void restore(String from, String to, String name) {
        Edition back = uploaded(edition(Map.of(from, "", "more", to + "," + name + "\n")));
        editions.apply(admin(), decided(back, to), current(back.number()).version())
                .orThrow();
    }

    @Test
    void aStreetWithANewCodeTakesItsCommunitiesAlong() {
        Edition edition = uploaded(edition(Map.of()).replace("990100002000,梅溪镇", "990100003000,梅溪街道"));
        Area before = organisation.findArea(OTHER).orElseThrow();
        Edition ready = decided(edition, "990100003");
        editions.apply(admin(), ready, ready.version()).orThrow();
        Area after = organisation.findArea("990100003").orElseThrow();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.name()).isEqualTo("梅溪街道");
        assertThat(district.actor("meixi").territory()).isEqualTo("990100003");
        Edition back = uploaded(edition(Map.of()));
        editions.apply(admin(), decided(back, OTHER), current(back.number()).version())
                .orThrow();
        assertThat(organisation.findArea(OTHER).orElseThrow().id()).isEqualTo(before.id());
    }

    @Test
    void whatStoodInAUnitThatEndsGoesOnInAnotherAndThePastStays() {
        String ends = ShiftStreet.community(5);
        String successor = ShiftStreet.community(4);
        int people = organisation.people(ends).size()
                + organisation.people(successor).size();
        int posts =
                organisation.posts(ends).size() + organisation.posts(successor).size();
        Edition edition = uploaded(edition(Map.of(ends, "")));
        assertThat(code(editions.apply(admin(), edition, edition.version()))).isEqualTo("U-008");
        Edition nowhere = decided(edition, "");
        assertThat(code(editions.apply(admin(), nowhere, nowhere.version()))).isEqualTo("U-008");

        Edition ready = decided(nowhere, successor);
        editions.apply(admin(), ready, ready.version()).orThrow();

        assertThat(organisation.people(successor)).hasSize(people);
        assertThat(organisation.posts(successor)).hasSize(posts);
        Area ended = organisation.findArea(ends).orElseThrow();
        assertThat(ended.tasked()).isFalse();
        assertThat(organisation.list(AreaLevel.COMMUNITY, STREET)).doesNotContain(ended);
        assertThat(editions.ending(ended.id()).orElseThrow().successor()).isEqualTo(successor);
        jdbc.sql("update area set ended_on = null, successor_id = null, tasked = true where path = ?")
                .param(ends)
                .update();
    }

    @Test
    void aUnitWithUnfinishedTasksDoesNotEnd() {
        String ends = ShiftStreet.community(3);
        UUID order = UUID.randomUUID();
        jdbc.sql(
                        "insert into task_order (id, number, origin, template, title, title_en, basis, issuer, fields, minutes,"
                                + " staffing, goes_to, issued_at, due_at) values (?, 'T-editions', 'test', 'COUNT', '报数', 'Count',"
                                + " '依据', '区指挥部', '[]', 4, false, 'COMMUNITY', now(), now() + interval '4 hours')")
                .param(order)
                .update();
        jdbc.sql(
                        "insert into task (id, order_id, level, area_path, issue_event, issued_at, due_at) values"
                                + " (gen_random_uuid(), ?, 'COMMUNITY', ?, gen_random_uuid(), now(), now() + interval '4 hours')")
                .params(order, ends)
                .update();
        Edition edition = decided(uploaded(edition(Map.of(ends, ""))), ShiftStreet.community(2));
        assertThat(code(editions.apply(admin(), edition, edition.version()))).isEqualTo("U-009");
        assertThat(organisation.findArea(ends).orElseThrow().tasked()).isTrue();
        jdbc.sql("delete from task where order_id = ?").param(order).update();
        jdbc.sql("delete from task_order where id = ?").param(order).update();
    }

    @Test
    void renamedAndAddedUnitsAreTakenOver() {
        String renamed = ShiftStreet.community(2);
        String before = organisation.findArea(renamed).orElseThrow().name();
        Edition edition = uploaded(
                edition(Map.of(renamed, renamed + ",新名居委会", "more", STREET + "077,新村村委会\n" + STREET + "078,虚拟社区\n")));
        editions.apply(admin(), edition, edition.version()).orThrow();
        assertThat(organisation.findArea(renamed).orElseThrow().name()).isEqualTo("新名居委会");
        assertThat(organisation.findArea(STREET + "077").orElseThrow().kind()).isEqualTo("VILLAGERS_COMMITTEE");
        assertThat(organisation.findArea(STREET + "078").orElseThrow().tasked()).isFalse();
        assertThat(code(editions.apply(admin(), edition, edition.version()))).isEqualTo("U-006");
        Edition back =
                uploaded(edition(Map.of(renamed, renamed + "," + before, STREET + "077", "", STREET + "078", "")));
        editions.apply(admin(), decided(back, ""), current(back.number()).version())
                .orThrow();
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        assertThat(code(upload("officer", edition(Map.of())))).isEqualTo("I-003");
        assertThat(code(upload("admin", edition(Map.of())))).isEqualTo("U-011");
        assertThat(code(upload("admin", "code,name\n990100000000,东临区\n"))).isEqualTo("U-004");
        assertThat(code(editions.upload(admin(), " ", TODAY, new byte[0]))).isEqualTo("U-010");
        Edition open = uploaded(edition(Map.of(ShiftStreet.community(1), "", ShiftStreet.community(2), "")));
        assertThat(code(upload("admin", edition(Map.of())))).isEqualTo("U-005");
        assertThat(code(decide(open, "990100001999"))).as("unknown").isEqualTo("U-007");
        assertThat(code(decide(open, STREET))).as("another ring").isEqualTo("U-007");
        assertThat(code(decide(open, ShiftStreet.community(1))))
                .as("itself ends")
                .isEqualTo("U-007");
        assertThat(code(editions.apply(district.actor("signatory"), open, open.version())))
                .isEqualTo("I-003");
        assertThat(code(editions.discard(admin(), open, open.version() + 1))).isEqualTo("U-006");
        assertThat(editions.changes(open)).extracting(EditionChange::goesOn).containsOnlyNulls();
    }

    private Outcome<String> decide(Edition edition, String goesOn) {
        return editions.decide(
                admin(),
                edition,
                editions.changes(edition).stream().collect(Collectors.toMap(EditionChange::id, change -> goesOn)),
                edition.version());
    }

    @Test
    void twoUnitsDoNotBecomeOneAddedUnit() {
        Edition edition = uploaded(edition(
                Map.of(ShiftStreet.community(1), "", ShiftStreet.community(2), "", "more", NEW_CODE + ",合并居委会\n")));
        Map<UUID, String> both = editions.changes(edition).stream()
                .filter(change -> change.kind() == EditionChange.Kind.ENDED)
                .collect(Collectors.toMap(EditionChange::id, change -> NEW_CODE));
        assertThat(code(editions.decide(admin(), edition, both, edition.version())))
                .isEqualTo("U-007");
    }

    @Test
    void thePagesLeadFromTheFileToTheUnits() throws Exception {
        String file = edition(Map.of(ShiftStreet.community(2), ShiftStreet.community(2) + ",页面居委会"));
        String address = mvc.perform(multipart("/editions")
                        .file(new MockMultipartFile(
                                "file", "units.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                        .param("title", "页面试用")
                        .param("asOf", "2026-03-25")
                        .with(csrf())
                        .session(district.session(mvc, "admin")))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(page(String.valueOf(address), "admin")).contains("页面居委会", "采用这一版");
        assertThat(page(String.valueOf(address), "officer")).contains("页面居委会").doesNotContain("采用这一版");
        mvc.perform(post(address + "/application")
                        .param("version", "1")
                        .with(csrf())
                        .session(district.session(mvc, "admin")))
                .andExpect(redirectedUrl(address));
        assertThat(page("/editions", "admin")).contains("页面试用", "已采用");
        assertThat(page("/units?code=" + ShiftStreet.community(2), "officer")).contains("页面居委会", "以前的代码和名称");
        assertThat(page("/units?code=990100001999", "officer")).contains("没有代码是");
    }

    @Test
    void unitsLieWhereAMapOfTheirDatumPutsThem() {
        String code = ShiftStreet.community(1);
        String outline = "[[[121.50,31.20],[121.52,31.20],[121.52,31.22],[121.50,31.22],[121.50,31.20]]]";
        assertThat(placed(Datum.WGS84, code, "Polygon", outline).orThrow().units())
                .isEqualTo(1);
        Area area = organisation.findArea(code).orElseThrow();
        assertThat(area.latitude()).isCloseTo(31.21, within(1e-9));
        assertThat(area.longitude()).isCloseTo(121.51, within(1e-9));
        assertThat(placed(Datum.GCJ02, code, "Point", "[121.531541859215,31.17530398364597]")
                        .orThrow()
                        .farthestMetres())
                .isBetween(3_000L, 5_000L);
        assertThat(organisation.findArea(code).orElseThrow().latitude()).isCloseTo(31.1774276, within(1e-7));
    }

    @Test
    void aMapThatCannotBeRightMovesNothing() {
        String code = ShiftStreet.community(1);
        Area before = organisation.findArea(code).orElseThrow();
        assertThat(code(placed(Datum.WGS84, code, "Point", "[31.2,121.5]"))).isEqualTo("U-014");
        assertThat(code(placed(Datum.WGS84, "990100001999", "Point", "[121.5,31.2]")))
                .isEqualTo("U-013");
        assertThat(code(placed(Datum.WGS84, code, "LineString", "[[121.5,31.2],[121.6,31.2]]")))
                .isEqualTo("U-016");
        assertThat(code(places.place(admin(), Datum.WGS84, "{".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("U-012");
        assertThat(code(places.place(district.actor("officer"), Datum.WGS84, new byte[0])))
                .isEqualTo("I-003");
        assertThat(organisation.findArea(code)).contains(before);
    }

    private Outcome<UnitPlaces.Placed> placed(Datum datum, String code, String type, String coordinates) {
        String file = """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"%s"},
                 "geometry":{"type":"%s","coordinates":%s}}]}
                """.formatted(code, type, coordinates);
        return places.place(admin(), datum, file.getBytes(StandardCharsets.UTF_8));
    }

    private String page(String address, String login) throws Exception {
        return mvc.perform(get(address).session(district.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
