package org.tongxin.app.resources.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.resources.Goods;
import org.tongxin.app.resources.Offer;
import org.tongxin.app.resources.Offers;
import org.tongxin.app.resources.Requisitions;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Whoever is shown who offers goods, or whose goods were taken, leaves a line; whoever is shown goods alone leaves none. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class SupplyReadingsIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Offers offers;

    @Autowired
    Requisitions requisitions;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    private long before;

    @BeforeEach
    void open() {
        house.open();
        before = last();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private long last() {
        return jdbc.sql("select coalesce(max(seq), 0) from audit_entry")
                .query(Long.class)
                .single();
    }

    private void offer(Offer.Giver giver, String name, String area) {
        offers.offer(
                        district.actor("officer"),
                        giver + name + area,
                        new Offers.Proposal(
                                giver,
                                name,
                                null,
                                area,
                                new Goods(Storehouse.MASK, 100, null),
                                clock.now().plus(Duration.ofDays(3))))
                .orThrow();
    }

    private ResultActions look(String login, String address) throws Exception {
        before = last();
        return mvc.perform(get(address).param("lang", "zh-CN").session(district.session(mvc, login)))
                .andExpect(status().isOk());
    }

    /** Of what the last look noted: who, and what of. */
    private List<String> noted() {
        return jdbc.sql("select login || ' ' || subject from audit_entry where action = 'personal.read' and seq > ?")
                .param(before)
                .query(String.class)
                .list();
    }

    @Test
    void whoIsShownADonorsNameIsNoted() throws Exception {
        offer(Offer.Giver.DONOR, "方淑芬", TestDistrict.STREET);

        look("street", "/supplies/needs").andExpect(content().string(Matchers.containsString("方淑芬")));
        assertThat(noted()).containsExactly("street supply:" + TestDistrict.STREET);
        look("officer", "/supplies/offers/all.csv").andExpect(content().string(Matchers.containsString("方淑芬")));
        assertThat(noted()).containsExactly("officer supply:" + TestDistrict.DISTRICT);
    }

    @Test
    void whoIsShownNoPersonIsNotNoted() throws Exception {
        offer(Offer.Giver.DONOR, "方淑芬", TestDistrict.STREET);
        look("analyst", "/supplies/needs").andExpect(content().string(Matchers.not(Matchers.containsString("方淑芬"))));
        assertThat(noted()).as("who does not handle goods reads no name").isEmpty();
        look("analyst", "/supplies/offers/all.csv");
        assertThat(noted()).isEmpty();
        look("meixi", "/supplies/needs");
        assertThat(noted()).as("of another street").isEmpty();
        look("meixi", "/supplies/offers/all.xlsx");
        assertThat(noted()).isEmpty();

        offer(Offer.Giver.UNIT, "梅溪纺织厂", TestDistrict.OTHER);
        offer(Offer.Giver.DONOR, "", TestDistrict.OTHER);
        look("meixi", "/supplies/needs").andExpect(content().string(Matchers.containsString("梅溪纺织厂")));
        assertThat(noted()).as("a unit is nobody").isEmpty();
        look("meixi", "/supplies/offers/all.csv");
        assertThat(noted()).isEmpty();
    }

    @Test
    void whoIsShownWhoseGoodsWereTakenIsNoted() throws Exception {
        look("officer", "/supplies");
        assertThat(noted()).as("nothing was taken yet").isEmpty();
        look("officer", "/supplies/requisitions");
        assertThat(noted()).isEmpty();
        look("officer", "/supplies/requisitions/all.csv");
        assertThat(noted()).isEmpty();

        UUID id = requisitions
                .decide(district.actor("signatory"), "reading", house.requisition(Storehouse.MASK, 50))
                .orThrow()
                .id();
        for (String address : List.of("/supplies", "/supplies/requisitions", "/supplies/requisitions/all.xlsx")) {
            look("officer", address);
            assertThat(noted()).as(address).containsExactly("officer supply:" + TestDistrict.DISTRICT);
        }
        look("officer", "/supplies/requisitions/" + id);
        assertThat(noted()).containsExactly("officer supply:" + TestDistrict.STREET);
    }
}
