package org.tongxin.app.warning.risk;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.YESTERDAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.surveillance.Indicator;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.core.rating.Contribution;

/** From counts to the index of a street, its level, what a person sets beside it, and other weights. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class RiskIndexIT {

    private static final List<String> EQUAL = Collections.nCopies(10, "1");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    RiskIndices indices;

    @Autowired
    RatingOverrides overrides;

    @Autowired
    IndexVersions versions;

    @Autowired
    WeightPreviews previews;

    @Autowired
    Registry registry;

    @Autowired
    Ids ids;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void openWithTwentyEightDays() {
        district.open();
        if (jdbc.sql("select count(*) from risk_index").query(Long.class).single() > 0) {
            return;
        }
        registry.addAreas(List.of(
                new Registry.NewArea(place("001", AreaLevel.COMMUNITY), "OLD", 900, null, null, null),
                new Registry.NewArea(place("001C001", AreaLevel.COMPOUND), null, null, false, "COURTYARD", null),
                new Registry.NewArea(place("001C002", AreaLevel.COMPOUND), null, null, true, "OWNERS", null)));
        MonitoringPoint notice = district.point("liuyin", STREET, Indicator.ADDRESSES_NAMED);
        // Up and down every second day, then a wave.
        for (int i = 0; i < 28; i++) {
            int value = i < 18 ? 1 + 5 * (i % 2) : 4 * (i - 16);
            district.report(notice, YESTERDAY.minusDays(27L - i), value);
        }
    }

    private Area place(String suffix, AreaLevel level) {
        String path = STREET + suffix;
        return new Area(ids.of("area", path), path, level, "TEST", path, path, true, true, null, null);
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private List<AreaRisk> history() {
        return indices.history("", STREET, YESTERDAY, 90);
    }

    @Test
    void thePartsAddUpToTheIndexOnEveryDay() {
        assertThat(history()).hasSize(28).allSatisfy(risk -> {
            int sum = risk.result().contributions().stream()
                    .mapToInt(Contribution::tenths)
                    .sum();
            assertThat(sum).isEqualTo(risk.result().tenths()).isEqualTo(storedTenths(risk.dataDay()));
            assertThat(risk.result().tenthsByPart().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(sum);
        });
        assertThat(history().getFirst().known()).isTrue();
        assertThat(history().getFirst().index()).isGreaterThan(25);
    }

    private int storedTenths(LocalDate day) {
        return jdbc.sql("select tenths from risk_index where area_path = ? and data_day = ?")
                .params(STREET, day)
                .query(Integer.class)
                .single();
    }

    @Test
    void tooLittleDataIsNoCalm() throws Exception {
        AreaRisk first = history().getLast();
        AreaRisk other = indices.find("", OTHER, YESTERDAY).orElseThrow();

        assertThat(first.known()).isFalse();
        assertThat(other.level()).isEqualTo(RatingLevel.INSUFFICIENT);
        assertThat(page("analyst", "/areas/" + OTHER, "zh-CN")).contains("指数：数据不足", "不知道：各序列合起来有多罕见");
    }

    @Test
    void aLevelDoesNotFlapWithCountsThatDo() {
        List<AreaRisk> oldestFirst = history().reversed();
        int falls = 0;
        for (int i = 1; i < oldestFirst.size(); i++) {
            boolean fell =
                    oldestFirst.get(i - 1).level().graverThan(oldestFirst.get(i).level());
            falls += fell ? 1 : 0;
            assertThat(fell && oldestFirst.get(i - 1).daysBelow() < 6).isFalse();
        }
        long dayLevels = oldestFirst.stream()
                .filter(AreaRisk::known)
                .map(AreaRisk::dayLevel)
                .distinct()
                .count();
        assertThat(dayLevels).as("the figures of single days do change").isGreaterThan(1);
        assertThat(falls).isLessThanOrEqualTo(1);
    }

    @Test
    void anOverrideStandsBesideTheLevelAndEndsByItself() throws Exception {
        Outcome<RatingOverride> set = overrides.set(district.actor("officer"), STREET, RatingLevel.RED, "现场核实到聚集", 72);

        assertThat(set.orThrow().endsAt()).isEqualTo(clock.now().plus(Duration.ofHours(72)));
        assertThat(page("officer", "/areas/" + STREET, "zh-CN")).contains("人工定为红色", "现场核实到聚集", "算出的是");
        assertThat(indices.find("", STREET, YESTERDAY).orElseThrow().level()).isNotEqualTo(RatingLevel.RED);
        Instant now = clock.now();
        clock.holdAt(now.plus(Duration.ofHours(72)));
        assertThat(overrides.active(STREET)).isEmpty();
        assertThat(overrides.history(STREET)).isNotEmpty();
        clock.holdAt(now);
        assertThat(overrides.end(district.actor("analyst"), STREET).orThrow()).isEqualTo(STREET);
        assertThat(jdbc.sql("select count(*) from audit_entry where action in ('override.set', 'override.ended')"
                                + " and subject = ?")
                        .param(STREET)
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void anOverrideNeedsARoleAReasonAStreetAndAnEnd() {
        assertThat(overrides
                        .set(district.actor("street"), STREET, RatingLevel.RED, "因为", 1)
                        .toString())
                .contains("I-003");
        assertThat(overrides
                        .set(district.actor("officer"), STREET, RatingLevel.RED, " ", 1)
                        .toString())
                .contains("W-003");
        assertThat(overrides
                        .set(district.actor("officer"), STREET, RatingLevel.RED, "因为", 73)
                        .toString())
                .contains("W-015", "73");
        assertThat(overrides
                        .set(district.actor("officer"), STREET, RatingLevel.RED, "问张三 138 0013 8000", 1)
                        .toString())
                .as("a reason is kept with the street")
                .contains("W-028")
                .doesNotContain("138");
        assertThat(overrides
                        .set(district.actor("officer"), STREET + "001", RatingLevel.RED, "因为", 1)
                        .toString())
                .as("a community is not rated")
                .contains("W-013");
    }

    @Test
    void otherWeightsAreLaidBesideTheOldOnesAndAdoptedWithAReason() throws Exception {
        List<String> growthFirst = List.of("1/9", "1", "1", "1", "9", "9", "9", "1", "1", "1");
        WeightPreview preview = previews.of("", growthFirst).orElseThrow();
        assertThat(preview.consistent()).isTrue();
        assertThat(preview.days()).isEqualTo(28);
        assertThat(preview.points().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(100, offset(1e-9));
        assertThat(preview.differences())
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference.now()).isNotEqualTo(difference.then()));
        assertThat(page("officer", "/areas/weights?j=" + String.join(",", growthFirst), "zh-CN"))
                .contains("柳荫街道", "会不同的级别 " + preview.differences().size())
                .doesNotContain("从下一天起采用");

        assertThat(versions.adopt(district.actor("officer"), EQUAL, "因为").toString())
                .contains("I-003");
        assertThat(versions.adopt(district.actor("analyst"), EQUAL, "").toString())
                .contains("W-003");
        List<String> contradicting = List.of("9", "1/9", "9", "1", "9", "1/9", "1", "9", "1", "1/9");
        assertThat(versions.adopt(district.actor("analyst"), contradicting, "因为")
                        .toString())
                .contains("W-012");
        assertThat(versions.adopt(district.actor("analyst"), EQUAL.subList(0, 9), "因为")
                        .toString())
                .contains("W-011");

        IndexVersion adopted =
                versions.adopt(district.actor("analyst"), EQUAL, "各部分同样看重").orThrow();

        assertThat(adopted.settings().config().weightByPart().values())
                .allSatisfy(points -> assertThat(points).isCloseTo(20, offset(1e-9)));
        assertThat(adopted.validFrom()).isEqualTo(YESTERDAY.plusDays(1));
        assertThat(history().getFirst().configVersion())
                .as("past days keep theirs")
                .isEqualTo("index/1");
        assertThat(versions.validOn(YESTERDAY.plusDays(1)).version()).isEqualTo(adopted.version());
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'index.adopted' and login = 'analyst'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(page("officer", "/areas/weights", "en")).contains("index/2", "各部分同样看重");
    }

    @Test
    void aStreetOfAnotherTerritoryDoesNotExist() throws Exception {
        mvc.perform(get("/areas/" + OTHER).session(district.session(mvc, "street")))
                .andExpect(status().isNotFound());
        mvc.perform(post("/areas/" + OTHER + "/override")
                        .with(csrf())
                        .session(district.session(mvc, "street"))
                        .param("level", "RED")
                        .param("reason", "因为")
                        .param("hours", "1"))
                .andExpect(status().is3xxRedirection());
        assertThat(overrides.history(OTHER)).isEmpty();
        mvc.perform(get("/areas/weights").session(district.session(mvc, "street")))
                .andExpect(status().isForbidden());
        assertThat(indices.ofDay(STREET, YESTERDAY)).hasSize(1);
    }

    /** A mistyped number or a missing choice is answered like any refusal: on the form's own page, with all that was typed. */
    @Test
    void aFormWithANumberThatIsNoneComesBackAsItWasTyped() throws Exception {
        String page = "/areas/" + STREET;
        Map<String, Object> flash = mvc.perform(
                        override("24小时").header("Referer", "http://localhost" + page + "?lang=en"))
                .andExpect(redirectedUrl(page + "?lang=en"))
                .andReturn()
                .getFlashMap();
        assertThat(flash)
                .containsEntry("refusal", Refusal.of("P-019", "24小时"))
                .extractingByKey("form", as(InstanceOfAssertFactories.map(String.class, String.class)))
                .containsEntry("reason", "仓库失火")
                .containsEntry("hours", "24小时")
                .doesNotContainKey("_csrf");
        assertThat(overrides.history(STREET)).extracting(RatingOverride::reason).doesNotContain("仓库失火");

        mvc.perform(override("24小时").header("Referer", "http://elsewhere.example" + page))
                .andExpect(status().isBadRequest());
        mvc.perform(override("24小时").header("Referer", "http://localhost//elsewhere.example"))
                .andExpect(status().isBadRequest());
        mvc.perform(override("24小时")).andExpect(status().isBadRequest());
    }

    private MockHttpServletRequestBuilder override(String hours) throws Exception {
        return post("/areas/" + STREET + "/override")
                .with(csrf())
                .header("Host", "localhost")
                .session(district.session(mvc, "officer"))
                .param("level", "RED")
                .param("reason", "仓库失火")
                .param("hours", hours);
    }

    @Test
    void nothingBelowAStreetIsRatedOrShown() throws Exception {
        for (String address : List.of("/areas/" + STREET + "001", "/residents/" + STREET + "001")) {
            mvc.perform(get(address).session(district.session(mvc, "analyst"))).andExpect(status().isNotFound());
        }
        assertThat(jdbc.sql("select count(*) from risk_index where length(area_path) > 9")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> jdbc.sql("update risk_index set area_path = area_path || '001' where area_path = ?")
                        .param(STREET)
                        .update())
                .as("the database refuses it too")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void pagesAreWordedInBothLanguages() throws Exception {
        for (String language : List.of("zh-CN", "en")) {
            for (String address : List.of("/areas", "/areas?day=" + YESTERDAY.minusDays(3), "/areas/" + STREET)) {
                assertThat(page("analyst", address, language))
                        .as(address + " in " + language)
                        .doesNotContain("??")
                        .doesNotContain("reason.");
            }
        }
        assertThat(page("analyst", "/areas", "zh-CN")).contains("?day=" + YESTERDAY.minusDays(1));
    }

    private String page(String login, String address, String language) throws Exception {
        return mvc.perform(get(address).param("lang", language).session(district.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
