package org.tongxin.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.People;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWorkRunner;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** A district sends the list of those who are to have accounts; the list opens none. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, People.class})
class AccountListIT {

    private static final String HEAD = "姓名,角色,地方（代码或名称）,岗位名称,账号,任职起,任职止\n";
    private static final String UNTIL = TODAY.plusDays(200).toString();
    private static final String WILLOW = STREET + "001";
    private static final String LINA = "李娜,社区工作者," + WILLOW + ",柳荫居委会值班岗,,," + UNTIL + "\n";
    private static final String MEI = "叶梅,街镇工作人员,梅溪镇,梅溪镇值班岗,meixi-duty,," + UNTIL + "\n";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Imports imports;

    @Autowired
    Accounts accounts;

    @Autowired
    Registry registry;

    @Autowired
    DueWorkRunner due;

    @Autowired
    DistrictClock clock;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    private SentLists lists;

    @BeforeEach
    void open() {
        lists = new SentLists(imports, district, "accounts");
        district.open();
        jdbc.sql("delete from account_proposal").update();
        jdbc.sql("delete from import_row").update();
        jdbc.sql("delete from import_file").update();
        if (accounts.findActor("admin").isEmpty()) {
            registry.addAreas(List.of(community(STREET), community(OTHER)));
            people.open(
                    NewAccount.withPassword("admin", "管理员", TestDistrict.PASSWORD),
                    Role.ADMINISTRATOR,
                    DISTRICT,
                    "管理员");
            people.open(
                    NewAccount.withPassword("streetadmin", "街道管理员", TestDistrict.PASSWORD),
                    Role.ADMINISTRATOR,
                    STREET,
                    "管理员");
        }
    }

    private Registry.NewArea community(String street) {
        String path = street + "001";
        return Registry.NewArea.of(new Area(
                ids.of("area", path),
                path,
                AreaLevel.COMMUNITY,
                "RESIDENTIAL",
                "新华居民区",
                "Xinhua",
                true,
                true,
                null,
                null));
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private List<String> proposed() {
        return jdbc.sql("select name || ' ' || login || ' ' || role || ' ' || area_path || ' '"
                        + " || coalesce(first_day::text, '-') || ' ' || last_day || ' ' || proposed_by"
                        + " from account_proposal order by area_path, name")
                .query(String.class)
                .list();
    }

    @Test
    void aListProposesAndOpensNoAccount() {
        ImportFile file = lists.checked("admin", HEAD + LINA + MEI);
        assertThat(List.of(file.added(), file.rejected())).containsExactly(2, 0);
        assertThat(proposed()).as("before anybody said so").isEmpty();

        lists.taken("admin", file);

        assertThat(proposed())
                .containsExactly(
                        "李娜 lina COMMUNITY_WORKER " + WILLOW + " - " + UNTIL + " admin",
                        "叶梅 meixi-duty STREET_WORKER " + OTHER + " - " + UNTIL + " admin");
        assertThat(accounts.findName("lina")).isEmpty();
        assertThat(accounts.findName("meixi-duty")).isEmpty();
        assertThat(jdbc.sql("select login from audit_entry where action = 'import.applied' and subject = ?")
                        .param("import:" + file.number())
                        .query(String.class)
                        .list())
                .containsExactly("admin");
        assertThat(jdbc.sql("select count(*) from audit_entry where details::text like '%李娜%' or subject like '%lina%'")
                        .query(Long.class)
                        .single())
                .as("who never has an account is not in the audit for good")
                .isZero();
    }

    @Test
    void theSameListTwiceChangesNothingAndARowCorrectsItself() {
        lists.taken("admin", lists.checked("admin", HEAD + LINA + MEI));

        assertThat(lists.checked("admin", HEAD + LINA + MEI).same()).isEqualTo(2);
        ImportFile corrected =
                lists.checked("admin", HEAD + LINA.replace(",,,", ",LiNa-01," + TODAY.plusDays(3) + ",") + MEI);
        assertThat(List.of(corrected.changed(), corrected.same())).containsExactly(1, 1);
        lists.taken("admin", corrected);
        assertThat(proposed().getFirst()).contains("李娜 lina-01 ", TODAY.plusDays(3) + " " + UNTIL);
        assertThat(lists.checked("admin", HEAD + LINA.replace(",,,", ",," + TODAY.plusDays(3) + ","))
                        .same())
                .as("without a login the one that stands is meant")
                .isEqualTo(1);
    }

    @Test
    void whoHoldsThePostAlreadyIsLeftAsTheyAreAndATakenLoginIsSaid() {
        if (accounts.findName("yemei").isEmpty()) {
            people.open(
                    NewAccount.withPassword("yemei", "叶梅", TestDistrict.PASSWORD), Role.STREET_WORKER, OTHER, "梅溪镇夜班岗");
        }
        String night = MEI.replace("梅溪镇值班岗", "梅溪镇夜班岗");
        ImportFile file = lists.checked(
                "admin",
                HEAD
                        + night.replace("meixi-duty", "")
                        + night.replace("叶梅", "叶枚").replace("meixi-duty", "yemei"));
        assertThat(file.same()).isEqualTo(1);
        assertThat(lists.rejected(file)).containsExactly("3 login I-005");
    }

    @Test
    void theSamePersonUnderAnotherLoginIsRefusedWithTheAccountThatIsThere() throws Exception {
        people.open(NewAccount.withPassword("hanmei", "韩梅", TestDistrict.PASSWORD), Role.STREET_WORKER, OTHER, "同名值班岗");
        String row = "韩梅,街镇工作人员,梅溪镇,同名值班岗,%s,," + UNTIL + "\n";
        ImportFile file = lists.checked(
                "admin", HEAD + row.formatted("hanmei9") + row.formatted("").replace("韩梅", "韩枚"));
        assertThat(lists.rejected(file)).containsExactly("2 login I-046");
        assertThat(page("admin", "/imports/" + file.id(), "zh-CN")).contains("韩梅已经任这个岗位，账号是hanmei");
        assertThat(page("admin", "/imports/" + file.id(), "en"))
                .contains("韩梅 holds this post already, with the login hanmei");
    }

    @Test
    void aStreetOrDistrictMayBeNamedByItsStatisticalCode() {
        String tail = ",值班岗,,," + UNTIL + "\n";
        ImportFile file = lists.checked(
                "admin",
                HEAD + "赵甲,街镇工作人员," + STREET + "000" + tail + "赵乙,值班员," + DISTRICT + "000000" + tail
                        + "赵丙,社区工作者," + WILLOW + tail + "赵丁,街镇工作人员," + STREET + "0000" + tail
                        + "赵戊,街镇工作人员,990100777000" + tail);
        assertThat(lists.rejected(file)).containsExactly("5 place U-045", "6 place U-045");
        assertThat(file.added()).isEqualTo(3);
        lists.taken("admin", HEAD + "赵甲,街镇工作人员," + STREET + "000" + tail + "赵乙,值班员," + DISTRICT + "000000" + tail);
        assertThat(jdbc.sql("select area_path from account_proposal order by area_path")
                        .query(String.class)
                        .list())
                .containsExactly(DISTRICT, STREET);
    }

    @Test
    void loginsThatAreMadeUpAreFreeOnes() {
        if (accounts.findName("zhangwei").isEmpty()) {
            people.open(
                    NewAccount.withPassword("zhangwei", "张卫", TestDistrict.PASSWORD),
                    Role.CDC_ANALYST,
                    DISTRICT,
                    "研判岗");
        }
        String row = ",街镇工作人员," + STREET + ",岗,,," + UNTIL + "\n";
        lists.taken(
                "admin",
                lists.checked(
                        "admin",
                        HEAD + "张伟" + row + "张薇" + row + "章伟" + row.replace(",岗,,", ",岗,zhangwei2,") + "Anne-Marie"
                                + row));
        assertThat(jdbc.sql("select name || ' ' || login from account_proposal order by login")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("Anne-Marie annemarie", "章伟 zhangwei2", "张伟 zhangwei3", "张薇 zhangwei4");

        ImportFile twice = lists.checked("admin", HEAD + "甲乙" + row.replace(",岗,,", ",岗,zhangwei3,"));
        assertThat(lists.rejected(twice)).as("another proposal has it").containsExactly("2 login I-005");
        ImportFile both = lists.checked(
                "admin", HEAD + "甲" + row.replace(",岗,,", ",岗,same,") + "乙" + row.replace(",岗,,", ",岗,same,"));
        assertThat(lists.rejected(both)).as("another row has it").containsExactly("3 login I-005");
    }

    @Test
    void aMadeUpLoginThatSomebodyElseGotMeanwhileIsMadeAnew() {
        String row = "吴桐,街镇工作人员," + STREET + ",岗,,," + UNTIL + "\n";
        lists.taken("admin", lists.checked("admin", HEAD + row));
        assertThat(proposed()).singleElement().asString().contains("wutong ");
        people.open(NewAccount.withPassword("wutong", "武彤", TestDistrict.PASSWORD), Role.CDC_ANALYST, DISTRICT, "研判岗");

        ImportFile again = lists.checked("admin", HEAD + row);
        assertThat(again.changed()).isEqualTo(1);
        lists.taken("admin", again);
        assertThat(proposed()).singleElement().asString().contains("wutong2 ");
    }

    @Test
    void everyWrongRowSaysWhereAndWhyAndNothingIsTaken() throws Exception {
        String tail = "," + UNTIL + "\n";
        ImportFile file = lists.checked(
                "admin",
                HEAD + LINA
                        + ",社区工作者," + WILLOW + ",岗,," + tail
                        + "甲,镇长," + WILLOW + ",岗,," + tail
                        + "乙,社区工作者,990100777,岗,," + tail
                        + "丙,社区工作者,新华居民区,岗,," + tail
                        + "丁,签发人," + STREET + ",签发岗,," + tail
                        + "戊,社区工作者," + WILLOW + ",,," + tail
                        + "己,社区工作者," + WILLOW + ",岗,x y," + tail
                        + "庚,社区工作者," + WILLOW + ",岗,," + TODAY.minusDays(1) + tail
                        + "辛,社区工作者," + WILLOW + ",岗,,明天" + tail
                        + "壬,社区工作者," + WILLOW + ",岗,,," + TODAY.plusDays(400) + "\n"
                        + "癸,社区工作者," + WILLOW + ",岗,,,\n"
                        + "子 13800138000,社区工作者," + WILLOW + ",岗,," + tail
                        + "丑,访客," + WILLOW + ",岗,," + tail
                        + LINA);
        assertThat(lists.rejected(file))
                .containsExactly(
                        "3 name B-020",
                        "4 role B-021",
                        "5 place U-045",
                        "6 place U-046",
                        "7 place I-044",
                        "8 title B-020",
                        "9 login I-007",
                        "10 from I-027",
                        "11 from B-028",
                        "12 until I-019",
                        "13 until B-028",
                        "14 name I-021",
                        "15 role B-021",
                        "16 name B-016");
        assertThat(imports.apply(district.actor("admin"), file.id()).toString()).contains("B-015");
        assertThat(proposed()).isEmpty();
        for (String language : List.of("zh-CN", "en")) {
            assertThat(page("admin", "/imports/" + file.id(), language)).doesNotContain("??");
            assertThat(page("admin", "/imports/" + file.id() + "/rejected.csv", language))
                    .contains("I-044", "U-046");
        }
        assertThat(page("admin", "/imports/kinds/accounts/template.csv", "zh-CN"))
                .isEqualTo("\uFEFF" + HEAD.replace("\n", "\r\n"));
    }

    @Test
    void onlyAnAdministratorSendsItAndOnlyOfTheOwnTerritory() {
        for (String login : List.of("officer", "street", "signatory", "clinic")) {
            assertThat(imports.upload(
                                    district.actor(login),
                                    "accounts",
                                    "",
                                    (HEAD + LINA).getBytes(StandardCharsets.UTF_8))
                            .toString())
                    .as(login)
                    .contains("I-003");
        }
        ImportFile file = lists.checked(
                "streetadmin",
                HEAD + LINA + MEI + LINA.replace("李娜", "名").replace(WILLOW, OTHER + "001")
                        + LINA.replace("李娜", "同名").replace(WILLOW, "新华居民区")
                        + "区,值班员,东临区,值班岗,,," + UNTIL + "\n");
        assertThat(file.added()).as("the own community, by code and by name").isEqualTo(2);
        assertThat(lists.rejected(file)).containsExactly("3 place U-045", "4 place U-045", "6 place U-045");
    }

    @Test
    void whatNobodyOpensIsDestroyedOnItsDay() {
        String soon = TODAY.plusDays(5).toString();
        lists.taken("admin", lists.checked("admin", HEAD + LINA + MEI.replace(UNTIL, soon)));

        clock.holdAt(clock.at(TODAY.plusDays(6), java.time.LocalTime.MIDNIGHT).minusMillis(1));
        due.runDue();
        assertThat(proposed()).hasSize(2);
        clock.holdAt(clock.at(TODAY.plusDays(6), java.time.LocalTime.MIDNIGHT));
        due.runDue();
        assertThat(proposed())
                .as("the post would be over")
                .singleElement()
                .asString()
                .contains("李娜");

        district.open();
        clock.holdAt(clock.now().plus(Duration.ofDays(30)));
        due.runDue();
        due.runDue();
        assertThat(proposed()).isEmpty();
        assertThat(jdbc.sql("select details ->> 'number' from audit_entry where action = 'account.proposals-destroyed'")
                        .query(String.class)
                        .list())
                .containsExactly("1", "1");
    }

    private String page(String login, String address, String language) throws Exception {
        byte[] bytes = mvc.perform(
                        get(address).session(district.session(mvc, login)).param("lang", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
