package org.tongxin.app.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.tongxin.app.support.TestDistrict.STREET;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
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
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.resources.Requisitions;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** What is personal and of no incident has a term of its own, and is gone when it comes. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class TermsIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Accounts accounts;

    @Autowired
    Requisitions requisitions;

    @Autowired
    Destructions destructions;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    private Instant start;

    @BeforeEach
    void open() {
        house.open();
        start = clock.now();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private void at(int day) {
        clock.holdAt(start.plus(Duration.ofDays(day)));
        destructions.runDue();
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

    private void worker(String login, String name, int days) {
        accounts.open(Actor.system(), NewAccount.withPassword(login, name, TestDistrict.PASSWORD))
                .orThrow();
        accounts.appoint(
                        Actor.system(),
                        login,
                        new Post(Role.STREET_WORKER, STREET, "岗位", start, start.plus(Duration.ofDays(days))))
                .orThrow();
    }

    private String name(String login) {
        return jdbc.sql("select name from account where login = ?")
                .param(login)
                .query(String.class)
                .single();
    }

    @Test
    void nothingButTheAuditStandsForGood() {
        assertThat(destructions.register())
                .filteredOn(field -> field.rule() == PersonalField.Rule.STANDING)
                .extracting(PersonalField::table)
                .containsExactly("audit_entry");
    }

    @Test
    void theNameOfAnAccountGoesAYearAfterItsLastPostAndTheAuditStaysWhole() {
        worker("leaver", "罗春梅", 10);
        worker("stayer", "白秀英", 3_000);
        accounts.open(Actor.system(), NewAccount.withPassword("waiting", "何等等", TestDistrict.PASSWORD))
                .orThrow();
        long entries = count("audit_entry where action <> 'personalData.termEnded'");

        at(10 + 364);
        assertThat(name("leaver")).isEqualTo("罗春梅");
        at(10 + 366);
        assertThat(name("leaver")).isEqualTo("leaver");
        assertThat(name("stayer")).isEqualTo("白秀英");
        assertThat(name("waiting"))
                .as("never held a post that could have ended")
                .isEqualTo("何等等");
        assertThat(count("audit_entry where action <> 'personalData.termEnded'"))
                .isGreaterThanOrEqualTo(entries);
        String noted = "audit_entry where action = 'personalData.termEnded' and subject = 'account'";
        long once = count(noted);
        assertThat(once).isPositive();
        at(10 + 367);
        assertThat(count(noted)).as("once").isEqualTo(once);
    }

    @Test
    void deputiesGoWithTheirPostAndOwnersOfSettledRequisitionsAfterThreeYears() {
        worker("deputy", "丁代收", 10);
        for (String login : List.of("deputy", "street")) {
            jdbc.sql("insert into supply_deputy (holder_id, login, named_by, named_at) values (?, ?, 'street', ?)")
                    .params(house.warehouse(), login, Timestamp.from(start))
                    .update();
        }
        String closed = requisitions
                .decide(district.actor("signatory"), "closed", house.requisition(Storehouse.MASK, 10))
                .orThrow()
                .number();
        requisitions
                .decide(district.actor("signatory"), "open", house.requisition(Storehouse.MASK, 20))
                .orThrow();
        jdbc.sql(
                        "update supply_requisition set state = 'CLOSED', closed_at = ?, closed_by = 'officer' where number = ?")
                .params(Timestamp.from(start), closed)
                .update();

        at(39);
        assertThat(count("supply_deputy")).isEqualTo(2);
        at(41);
        assertThat(jdbc.sql("select login from supply_deputy")
                        .query(String.class)
                        .list())
                .as("the other holds a post until day 30")
                .containsExactly("street");
        at(1_095);
        assertThat(count("supply_requisition where owner = '柳荫宾馆'")).isEqualTo(2);
        at(1_097);
        assertThat(count("supply_requisition where owner = number")).isEqualTo(1);
        assertThat(count("supply_requisition where owner = '柳荫宾馆' and state = 'DECIDED'"))
                .isEqualTo(1);
    }

    private UUID person(String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into person (id, name, kind, home_path, trained, insured, named_at)"
                        + " values (?, ?, 'VOLUNTEER', ?, true, true, ?)")
                .params(id, name, STREET, Timestamp.from(start))
                .update();
        return id;
    }

    @Test
    void whoHadNoDutyForTwoYearsLeavesTheRegister() {
        person("方无岗");
        UUID serving = person("程在岗");
        jdbc.sql("insert into shift_unavailable (shift_day, person_id) values (?, ?)")
                .params(clock.today(), serving)
                .update();

        at(729);
        assertThat(count("person where name in ('方无岗', '程在岗')")).isEqualTo(2);
        at(731);
        assertThat(jdbc.sql("select name from person where name in ('方无岗', '程在岗')")
                        .query(String.class)
                        .list())
                .as("what is kept of somebody's duty keeps them on the register")
                .containsExactly("程在岗");
    }

    @Test
    void everyTableOfDutyIsLookedAtBeforeSomebodyIsDeleted() {
        String statement = destructions.register().stream()
                .filter(field -> field.table().equals("person"))
                .map(PersonalField::destroying)
                .findFirst()
                .orElseThrow();
        assertThat(jdbc.sql("select distinct conrelid::regclass::text from pg_constraint"
                                + " where confrelid = 'person'::regclass")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(statement).contains("from " + table + " d"));
    }

    @Test
    void desksAndFailedLoginsGoToo() {
        jdbc.sql("insert into unit_desk (unit_id, login, since, until, opened_by) values (?, 'desk', ?, ?, 'admin')")
                .params(UUID.randomUUID(), Timestamp.from(start), Timestamp.from(start.plus(Duration.ofDays(5))))
                .update();
        jdbc.sql("insert into login_failure (login, source, at) values ('old', 'x', now() - interval '25 hours'),"
                        + " ('new', 'x', now())")
                .update();

        at(1);
        assertThat(jdbc.sql("select login from login_failure where login in ('old', 'new')")
                        .query(String.class)
                        .list())
                .containsExactly("new");
        at(5 + 364);
        assertThat(count("unit_desk where login = 'desk'")).isEqualTo(1);
        at(5 + 366);
        assertThat(count("unit_desk where login = 'desk'")).isZero();
    }

    @Test
    void thePageSaysEachTermInBothLanguages() throws Exception {
        assertThat(page("zh-CN")).contains("365天后销毁", "账号留作履职记录的编号", "个人信息保护法第19、47条", "即行销毁");
        assertThat(page("en")).contains("365 days after the last post ended", "articles 19 and 47", "At once after");
    }

    @Test
    void theRegisterIsAFileToo() throws Exception {
        assertThat(look("/data-protection/register.csv", "zh-CN"))
                .startsWith("\uFEFF")
                .contains("supply_deputy", "365天后销毁", "销毁期限");
        assertThat(look("/data-protection/register.csv", "en").lines().count())
                .isEqualTo(destructions.register().size() + 1L);
        assertThat(look("/data-protection/register.xlsx", "en")).startsWith("PK");
    }

    private String page(String language) throws Exception {
        return look("/data-protection", language);
    }

    private String look(String address, String language) throws Exception {
        return mvc.perform(get(address).param("lang", language).session(district.session(mvc, "officer")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
