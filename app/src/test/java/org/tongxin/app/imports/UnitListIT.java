package org.tongxin.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.Charset;
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
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** A district in operation writes down its member units as a list, and corrects them by the same list. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, People.class})
class UnitListIT {

    private static final String HEAD = "名称,英文名称,区域代码,类别,网络,隶属,隶属来源,隶属有效期至\n";
    private static final String UNTIL = TODAY.plusDays(300).toString();
    private static final String SCHOOL =
            "柳荫小学,Liuyin School," + STREET + ",中小学、幼儿园,驻区单位,街镇属,街发〔2026〕3号," + UNTIL + "\n";
    private static final String FIRM = "青禾公司,," + DISTRICT + ",ENTERPRISE,两新组织,,,\n";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Imports imports;

    @Autowired
    Accounts accounts;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    private SentLists lists;

    @BeforeEach
    void open() {
        lists = new SentLists(imports, district, "units");
        district.open();
        jdbc.sql("delete from unit_affiliation").update();
        jdbc.sql("delete from member_unit").update();
        jdbc.sql("delete from import_row").update();
        jdbc.sql("delete from import_file").update();
        if (accounts.findActor("admin").isEmpty()) {
            people.open(NewAccount.withPassword("admin", "admin", TestDistrict.PASSWORD), Role.ADMINISTRATOR, DISTRICT);
            people.open(
                    NewAccount.withPassword("streetadmin", "streetadmin", TestDistrict.PASSWORD),
                    Role.ADMINISTRATOR,
                    STREET);
        }
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private List<String> stored() {
        return jdbc.sql(
                        "select u.name || ' ' || u.name_en || ' ' || u.area_path || ' ' || u.kind || ' ' || u.network || ' '"
                                + " || coalesce(f.affiliation || ' ' || f.source || ' ' || f.valid_until || ' ' || f.set_by, '-')"
                                + " from member_unit u left join unit_affiliation f on f.unit_id = u.id"
                                + " order by u.name, f.valid_from")
                .query(String.class)
                .list();
    }

    @Test
    void unitsAreTakenInOnceAndWhatNobodyKnowsIsUnderNobody() {
        ImportFile file = lists.checked("admin", HEAD + SCHOOL + FIRM);
        assertThat(List.of(file.added(), file.rejected())).containsExactly(2, 0);
        assertThat(stored()).as("before anybody said so").isEmpty();
        lists.taken("admin", file);
        assertThat(stored())
                .containsExactlyInAnyOrder(
                        "柳荫小学 Liuyin School " + STREET + " SCHOOL STATIONED_UNIT STREET 街发〔2026〕3号 " + UNTIL + " admin",
                        "青禾公司 青禾公司 " + DISTRICT + " ENTERPRISE NEW_ORGANISATION -");
        assertThat(jdbc.sql("select login from audit_entry where action = 'import.applied' and subject = ?")
                        .param("import:" + file.number())
                        .query(String.class)
                        .list())
                .containsExactly("admin");

        ImportFile again = lists.checked("admin", (HEAD + SCHOOL + FIRM).getBytes(Charset.forName("GB18030")));
        assertThat(again.same()).isEqualTo(2);
        assertThat(imports.apply(district.actor("admin"), again.id()).toString())
                .contains("B-015");
    }

    @Test
    void aRowOfAKnownUnitCorrectsItAndAnEmptyAffiliationLeavesTheStoredOne() {
        lists.taken("admin", lists.checked("admin", HEAD + SCHOOL));
        ImportFile slip = lists.checked("admin", HEAD + SCHOOL.replace("街镇属", "区属"));
        assertThat(slip.changed()).isEqualTo(1);
        lists.taken("admin", slip);
        assertThat(stored())
                .as("on the same day a slip is put right")
                .singleElement()
                .asString()
                .contains(" DISTRICT ");

        clock.holdAt(clock.now().plus(Duration.ofDays(7)));
        lists.taken(
                "admin",
                lists.checked(
                        "admin", HEAD + SCHOOL.replace("街镇属", "民营、社会组织").replace("Liuyin School", "Willow School")));
        assertThat(stored()).as("later what held before stays to be read").hasSize(2);
        assertThat(stored().getFirst())
                .contains("Willow School", "DISTRICT", TODAY.plusDays(6).toString());
        assertThat(stored().getLast()).contains("PRIVATE", UNTIL);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'unit.affiliated' and login = 'admin'")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);

        ImportFile silent = lists.checked("admin", HEAD + "柳荫小学,Willow School," + STREET + ",SCHOOL,驻区单位,,,\n");
        assertThat(silent.same()).isEqualTo(1);
    }

    @Test
    void thePagesLeadAnAdministratorToTheListInBothLanguages() throws Exception {
        for (String language : List.of("zh-CN", "en")) {
            assertThat(page("admin", "/member-units", language)).contains("\"/imports\"");
            assertThat(page("officer", "/member-units", language)).doesNotContain("\"/imports\"");
            assertThat(page("admin", "/imports", language)).contains("units").doesNotContain("??");
        }
        assertThat(page("admin", "/imports/kinds/units/template.csv", "zh-CN"))
                .isEqualTo("\uFEFF" + HEAD.replace("\n", "\r\n"));
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

    @Test
    void everyWrongRowSaysWhereAndWhyAndNothingIsTaken() {
        String tail = ",学校,驻区单位,区属,文,";
        ImportFile file = lists.checked(
                "admin",
                HEAD + FIRM
                        + ",," + STREET + ",SCHOOL,驻区单位,,,\n"
                        + "甲,问13800138000," + STREET + ",SCHOOL,驻区单位,,,\n"
                        + "乙,,990100999,SCHOOL,驻区单位,,,\n"
                        + "丙,," + STREET + ",庙,驻区单位,,,\n"
                        + "丁,," + STREET + ",SCHOOL,四网,,,\n"
                        + "戊,," + STREET + ",SCHOOL,驻区单位,,文,\n"
                        + "己,," + STREET + ",SCHOOL,驻区单位,区属,," + UNTIL + "\n"
                        + "庚,," + STREET + ",SCHOOL,驻区单位,区属,文,永远\n"
                        + "辛,," + STREET + ",SCHOOL,驻区单位,区属,文," + TODAY.minusDays(1) + "\n"
                        + "壬,," + STREET + ",SCHOOL,驻区单位,天属,文," + UNTIL + "\n"
                        + "长".repeat(61) + ",," + STREET + tail + UNTIL + "\n"
                        + FIRM);
        assertThat(imports.rejected(file, 0, 100).stream()
                        .map(row -> row.line() + " " + row.field() + " "
                                + row.refusal().orElseThrow().code()))
                .containsExactly(
                        "3 name B-020",
                        "4 english U-022",
                        "5 area U-040",
                        "6 kind B-021",
                        "7 network B-021",
                        "8 affiliation B-020",
                        "9 source U-019",
                        "10 until B-028",
                        "11 until U-018",
                        "12 affiliation B-021",
                        "13 name B-023",
                        "14 name B-016");
        assertThat(imports.apply(district.actor("admin"), file.id()).toString()).contains("B-015");
        assertThat(stored()).isEmpty();
    }

    @Test
    void onlyAnAdministratorSendsUnitsAndOnlyThoseOfTheOwnPlace() {
        for (String login : List.of("officer", "street", "signatory", "clinic")) {
            assertThat(imports.upload(
                                    district.actor(login), "units", "", (HEAD + FIRM).getBytes(StandardCharsets.UTF_8))
                            .toString())
                    .as(login)
                    .contains("I-003");
        }
        ImportFile file = lists.checked("streetadmin", HEAD + SCHOOL + SCHOOL.replace(STREET, OTHER) + FIRM);
        assertThat(file.rejected()).isEqualTo(2);
        assertThat(imports.rejected(file, 0, 10))
                .extracting(row -> row.refusal().orElseThrow().code())
                .containsOnly("U-040");
    }
}
