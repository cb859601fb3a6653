package org.tongxin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.sheet.SheetLimits;
import org.tongxin.app.platform.sheet.SheetReader;
import org.tongxin.app.platform.sheet.SheetRow;
import org.tongxin.app.resources.Need;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.tasks.NewOrder;
import org.tongxin.app.tasks.Orders;
import org.tongxin.app.tasks.TaskField;
import org.tongxin.app.tasks.TaskLevel;

/** What stands in the files of lists; that every list has one, and that it holds what its pages hold, ListFilesIT says. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class FilesIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Orders orders;

    @Autowired
    DistrictClock clock;

    @BeforeEach
    void open() {
        house.open();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private byte[] file(String login, String address, String language) throws Exception {
        return mvc.perform(get(address).param("lang", language).session(district.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static List<SheetRow> rows(byte[] bytes) {
        List<SheetRow> rows = new ArrayList<>();
        Outcome<Integer> read = SheetReader.read(bytes, SheetLimits.USUAL, rows::add);
        assertThat(read).isInstanceOf(Outcome.Accepted.class);
        return rows;
    }

    @Test
    void tasksComeOutWithTheirFiguresAndWithoutFormulas() throws Exception {
        NewOrder order = new NewOrder(
                "test:files",
                "COUNT",
                "=报独居老人数",
                "=Count",
                "区预案第3条",
                "区指挥部",
                List.of(new TaskField("alone", "独居老人", "Living alone", "人")),
                4,
                false,
                TaskLevel.STREET,
                clock.now().plus(Duration.ofHours(4)),
                null);
        List<String> streets = List.of(TestDistrict.STREET, TestDistrict.OTHER);
        orders.issue(district.actor("officer"), order, streets, streets);

        String whole = new String(file("officer", "/tasks/all.csv", "zh-CN"), StandardCharsets.UTF_8);
        assertThat(whole).contains("'=报独居老人数", "柳荫街道", "梅溪镇", "街镇");
        assertThat(rows(file("officer", "/tasks/all.xlsx", "zh-CN"))).hasSize(3);
        assertThat(new String(file("street", "/tasks/all.csv", "zh-CN"), StandardCharsets.UTF_8))
                .contains("柳荫街道")
                .doesNotContain("梅溪镇");
    }

    @Test
    void needsOfAnotherStreetAreNotInTheFile() throws Exception {
        Need need = house.ask("street", TestDistrict.STREET, Storehouse.MASK, 5);

        assertThat(rows(file("street", "/supplies/needs/all.csv", "en")))
                .anySatisfy(row -> assertThat(row.cell(0)).isEqualTo(need.number()));
        assertThat(rows(file("meixi", "/supplies/needs/all.csv", "en")))
                .noneSatisfy(row -> assertThat(row.cell(0)).isEqualTo(need.number()));
    }

    @Test
    void signalsOfTheTerritoryAreInTheFile() throws Exception {
        district.report(district.point("files", TestDistrict.STREET), TestDistrict.YESTERDAY, 2, 3, 40);

        assertThat(new String(file("street", "/signals/all.csv", "zh-CN"), StandardCharsets.UTF_8))
                .contains("files门诊", "发热门诊就诊");
        assertThat(new String(file("meixi", "/signals/all.csv", "zh-CN"), StandardCharsets.UTF_8))
                .doesNotContain("files门诊");
        assertThat(rows(file("officer", "/areas/ratings.csv", "zh-CN")).size()).isGreaterThan(1);
    }
}
