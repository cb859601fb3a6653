package org.tongxin.app.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.YESTERDAY;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** The concentric view: what is connected in which street, and who sees it. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class RingsIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Rings rings;

    @BeforeEach
    void open() {
        district.open();
    }

    @AfterEach
    void close() {
        district.close();
    }

    @Test
    void aStreetWhoseUnitsAreSilentIsBrokenThereAndSeenByWhoeverCoversIt() throws Exception {
        district.report(district.point("R-1", STREET), YESTERDAY, 3);
        district.point("R-2", OTHER);

        List<Rings.Line> all = rings.lines(DISTRICT);
        assertThat(all).extracting(line -> line.street().path()).containsExactly(STREET, OTHER);
        RingCell reported = all.get(0).cells().get(Rings.Ring.UNIT.ordinal());
        RingCell silent = all.get(1).cells().get(Rings.Ring.UNIT.ordinal());
        assertThat(reported.state()).isEqualTo(RingCell.State.CONNECTED);
        assertThat(silent.state()).isEqualTo(RingCell.State.GAP);
        assertThat(silent.missing()).isEqualTo(1);
        assertThat(all.get(1).cells().get(Rings.Ring.STREET.ordinal()).state()).isEqualTo(RingCell.State.NOTHING);
        assertThat(rings.lines(STREET)).extracting(line -> line.street().path()).containsExactly(STREET);

        assertThat(page("officer")).contains("1个街镇有一圈没接上", "梅溪镇", "meixi");
        assertThat(page("street")).contains("每一圈都接上了").doesNotContain("梅溪镇", "meixi");
    }

    private String page(String login) throws Exception {
        return mvc.perform(get("/rings").session(district.session(mvc, login)).locale(java.util.Locale.CHINA))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
