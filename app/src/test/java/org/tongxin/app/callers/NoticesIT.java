package org.tongxin.app.callers;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;
import static org.tongxin.app.support.TestDistrict.UNIT;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.resources.Goods;
import org.tongxin.app.resources.Stocks;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** What is put up on paper for those who read no screen: what it says, of what, and where to ask. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class NoticesIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Stocks stocks;

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

    @Test
    void aCommunityStorePrintsWhatItGivesOutAndNothingThatHasExpired() throws Exception {
        UUID store = house.ask("street", STREET, Storehouse.MASK, 5).holderId();
        stocks.opening(district.actor("officer"), "a", store, new Goods(Storehouse.MASK, 1_200, null))
                .orThrow();
        stocks.opening(district.actor("officer"), "b", store, new Goods(Storehouse.PARCEL, 30, TODAY))
                .orThrow();
        clock.holdAt(clock.now().plus(Duration.ofDays(1)));
        mvc.perform(get("/supplies/places/" + store + "/notice").session(district.session(mvc, "street")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("tx-print-notice")))
                .andExpect(content().string(containsString("口罩")))
                .andExpect(content().string(containsString("1,200只")))
                .andExpect(content().string(containsString("12345")))
                .andExpect(content().string(containsString("2026年3月27日")))
                .andExpect(content().string(not(containsString("蔬菜包"))));
    }

    @Test
    void whatIsKeptForStaffIsLeftOffTheNotice() throws Exception {
        UUID store = house.ask("street", STREET, Storehouse.MASK, 5).holderId();
        stocks.opening(district.actor("officer"), "c", store, new Goods(Storehouse.MASK, 1_200, null))
                .orThrow();
        stocks.opening(district.actor("officer"), "d", store, new Goods(Storehouse.PARCEL, 30, TODAY))
                .orThrow();
        String address = "/supplies/places/" + store + "/notice";
        String told = "<b>蔬菜包</b>";
        mvc.perform(get(address).session(district.session(mvc, "street")))
                .andExpect(content().string(containsString("<b>口罩</b>")))
                .andExpect(content().string(containsString(told)));
        mvc.perform(get(address + "?chosen=true&goods=MASK").session(district.session(mvc, "street")))
                .andExpect(content().string(containsString("<b>口罩</b>")))
                .andExpect(content().string(not(containsString(told))))
                .andExpect(content().string(containsString("value=\"PARCEL\"")));
        mvc.perform(get(address + "?chosen=true").session(district.session(mvc, "street")))
                .andExpect(content().string(containsString("现在没有可以领取的物资")));
    }

    @Test
    void aWarehouseIsNoPlaceForResidents() throws Exception {
        mvc.perform(get("/supplies/places/" + house.warehouse() + "/notice").session(district.session(mvc, "officer")))
                .andExpect(status().isNotFound());
    }

    @Test
    void whereNothingHasToBePutUpThePageSaysSo() throws Exception {
        mvc.perform(get("/residents/" + STREET + "/notice"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("柳荫街道现在没有要张贴的预警和措施")));
        mvc.perform(get("/residents/" + UNIT + "/notice")).andExpect(status().isNotFound());
    }
}
