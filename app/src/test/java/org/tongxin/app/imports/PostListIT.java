package org.tongxin.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Duty posts are taken in as a list and corrected by the same list. */
@SpringBootTest
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class PostListIT {

    private static final String HEAD = "名称,英文名称,区域代码,类别,人数,最少人数,特长,纬度,经度,开始,结束\n";
    private static final String GATE = "东门,East gate," + STREET + ",无物业小区门岗,2,1,,31.1846,121.5535,,\n";
    private static final String SITE = "采样点,," + STREET + ",SCREENING_SITE,4,2,护理,31.2,121.5,7:00,19:00\n";

    @Autowired
    TestDistrict district;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient jdbc;

    private SentLists lists;

    @BeforeEach
    void open() {
        lists = new SentLists(imports, district, "posts");
        district.open();
        jdbc.sql("delete from duty_post where name in ('东门', '采样点', '北门')").update();
        jdbc.sql("delete from import_row").update();
        jdbc.sql("delete from import_file").update();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private List<String> stored() {
        return jdbc.sql(
                        "select concat_ws(' ', name, name_en, kind, places, minimum, skill, latitude, longitude, online,"
                                + " to_char(starts, 'HH24:MI'), to_char(ends, 'HH24:MI')) from duty_post"
                                + " where name in ('东门', '采样点', '北门') order by kind desc, name")
                .query(String.class)
                .list();
    }

    @Test
    void postsAreTakenInOnceAndCorrectedByTheSameList() {
        lists.taken("officer", lists.checked("officer", HEAD + GATE + SITE));
        assertThat(stored())
                .containsExactly(
                        "东门 East gate UNMANAGED_ENTRANCE 2 1 31.1846 121.5535 f",
                        "采样点 采样点 SCREENING_SITE 4 2 NURSE 31.2 121.5 f 07:00 19:00");

        ImportFile again = lists.checked("street", (HEAD + GATE + SITE).getBytes(Charset.forName("GB18030")));
        assertThat(List.of(again.same(), again.added(), again.changed())).containsExactly(2, 0, 0);

        lists.taken("street", lists.checked("street", HEAD + GATE.replace(",2,1,", ",3,2,")));
        assertThat(stored().getFirst()).isEqualTo("东门 East gate UNMANAGED_ENTRANCE 3 2 31.1846 121.5535 f");
    }

    @Test
    void anOnlineServiceHasHoursAndStandsInTheMiddleOfItsArea() {
        jdbc.sql("update area set latitude = 31.25, longitude = 121.45 where path = ?")
                .param(STREET)
                .update();
        lists.taken("officer", lists.checked("officer", HEAD + "北门,," + STREET + ",线上问诊,1,1,执业医师,,,18:00,22:00\n"));
        assertThat(stored()).containsExactly("北门 北门 ONLINE_CONSULTATION 1 1 DOCTOR 31.25 121.45 t 18:00 22:00");
    }

    @Test
    void everyWrongRowSaysWhereAndWhyAndNothingIsTaken() {
        lists.taken("officer", lists.checked("officer", HEAD + GATE));
        jdbc.sql("update area set latitude = null, longitude = null where path = ?")
                .param(STREET)
                .update();
        ImportFile file = lists.checked(
                "officer",
                HEAD
                        + GATE.replace("无物业小区门岗", "卡口")
                        + "北门,," + STREET + ",卡口,0,0,,31,121,,\n"
                        + "北门一,," + STREET + ",卡口,2,3,,31,121,,\n"
                        + "北门二,," + STREET + ",卡口,2,1,飞行,31,121,,\n"
                        + "北门三,," + STREET + ",卡口,2,1,,,,,\n"
                        + "北门四,," + STREET + ",卡口,2,1,,91,121,,\n"
                        + "北门五,," + STREET + ",卡口,2,1,,31,东,,\n"
                        + "北门六,," + STREET + ",卡口,2,1,,31,121,25:00,26:00\n"
                        + "北门七,," + STREET + ",卡口,2,1,,31,121,08:00,\n"
                        + "北门八,," + STREET + ",高塔,2,1,,31,121,,\n"
                        + "北门九,," + DISTRICT + ",卡口,2,1,,31,121,,\n"
                        + "问13800138000,," + STREET + ",卡口,2,1,,31,121,,\n"
                        + "北门十,," + STREET + ",卡口,2,1,,31,,,\n");
        assertThat(imports.rejected(file, 0, 100).stream()
                        .map(row -> row.line() + " " + row.field() + " "
                                + row.refusal().orElseThrow().code()))
                .containsExactly(
                        "2 kind U-044",
                        "3 places U-041",
                        "4 minimum U-041",
                        "5 skill B-021",
                        "6 latitude U-042",
                        "7 latitude U-042",
                        "8 longitude U-042",
                        "9 starts U-043",
                        "10 ends U-043",
                        "11 kind B-021",
                        "12 area U-040",
                        "13 name U-022",
                        "14 latitude U-042");
        assertThat(stored()).hasSize(1);
    }

    @Test
    void onlyWhoPlansPostsSendsThemAndOnlyThoseOfTheOwnPlace() {
        for (String login : List.of("signatory", "clinic")) {
            assertThat(imports.upload(
                                    district.actor(login), "posts", "", (HEAD + GATE).getBytes(StandardCharsets.UTF_8))
                            .toString())
                    .as(login)
                    .contains("I-003");
        }
        ImportFile file = lists.checked("street", HEAD + GATE + GATE.replace(STREET, OTHER));
        assertThat(List.of(file.added(), file.rejected())).containsExactly(1, 1);
        assertThat(imports.rejected(file, 0, 10)
                        .getFirst()
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo("U-040");
    }
}
