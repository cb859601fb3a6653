package org.tongxin.app.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;
import static org.tongxin.app.support.TestDistrict.YESTERDAY;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.tongxin.app.identity.Actor;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.stream.Rhythm;
import org.tongxin.core.stream.StreamSeries;

/** Streets judged together, and clusters found by the scan. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class PlacesOfTheDayIT {

    private static final KeyedRandom CHANCE = new KeyedRandom(7);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SeriesArchive archive;

    @Autowired
    Counts counts;

    @Autowired
    AreaSignals places;

    @Autowired
    Clusters clusters;

    @Autowired
    Episodes episodes;

    @BeforeEach
    void open() {
        district.open();
        jdbc.sql("truncate episode_part, episode, scan_cluster_member, scan_cluster, area_signal, signal, assessment,"
                        + " count_report, monitoring_point, handled_event cascade")
                .update();
        position(STREET, 31.00, 121.00);
        position(OTHER, 31.30, 121.40);
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    @Test
    void aStreetWithAYearOfItsOwnIsJudgedAndOneWithoutIsNotYet() throws Exception {
        MonitoringPoint known = district.point("known", STREET);
        MonitoringPoint also = district.point("also", STREET);
        MonitoringPoint young = district.point("young", OTHER);
        archive.load(known, past(1, 400));
        archive.load(also, past(2, 400));
        archive.load(young, past(3, 70));
        report(List.of(
                CountEntry.of("known", YESTERDAY, 40),
                CountEntry.of("also", YESTERDAY, 38),
                CountEntry.of("young", YESTERDAY, 10)));

        AreaSignal loud = places.find(STREET, YESTERDAY).orElseThrow();
        assertThat(loud.streams()).isEqualTo(2);
        assertThat(loud.calibrated()).isTrue();
        assertThat(loud.grade()).isEqualTo(PlaceGrade.ALARM);
        AreaSignal quiet = places.find(OTHER, YESTERDAY).orElseThrow();
        assertThat(quiet.grade()).isEqualTo(PlaceGrade.NOT_CALIBRATED);
        assertThat(quiet.q()).isNull();
        assertThat(episodes.parts(1, "").stream().map(EpisodePart::kind))
                .contains(EpisodePart.Kind.PLACE, EpisodePart.Kind.SIGNAL);
        assertThat(page("/signals")).contains("看了2个街镇，1个还没校准", "警觉");
        assertThat(page("/signals?lang=en")).contains("not calibrated yet");
    }

    @Test
    void anOrdinaryDayIsQuiet() {
        MonitoringPoint known = district.point("known", STREET);
        archive.load(known, past(1, 400));
        report(List.of(CountEntry.of("known", YESTERDAY, 10)));

        assertThat(places.find(STREET, YESTERDAY).orElseThrow().grade()).isEqualTo(PlaceGrade.QUIET);
        assertThat(clusters.ofDay("", YESTERDAY)).isEmpty();
    }

    @Test
    void placesNamedTogetherAreAClusterNewOnceThenKnown() throws Exception {
        district.point("notice-1", STREET, Indicator.ADDRESSES_NAMED);
        district.point("notice-2", OTHER, Indicator.ADDRESSES_NAMED);
        for (int back = 11; back >= 1; back--) {
            int here = back <= 2 ? 5 + 15 / back : 1;
            LocalDate day = TODAY.minusDays(back);
            report(List.of(CountEntry.of("notice-1", day, here), CountEntry.of("notice-2", day, 4)));
        }

        Cluster first = clusters.ofDay("", YESTERDAY.minusDays(1)).getFirst();
        Cluster second = clusters.ofDay("", YESTERDAY).getFirst();
        assertThat(first.news()).isEqualTo(ClusterNews.NEW);
        assertThat(second.news()).isEqualTo(ClusterNews.KNOWN);
        assertThat(second.centrePath()).isEqualTo(STREET);
        assertThat(second.observed()).isEqualTo(32);
        assertThat(second.recurrenceDays()).isEqualTo(1 / second.p());
        assertThat(clusters.members(second.id(), ""))
                .extracting(ClusterMember::observed)
                .containsExactly(32);
        assertThat(clusters.members(second.id(), "").getFirst().expected())
                .isCloseTo(second.expected(), org.assertj.core.api.Assertions.within(1e-9));
        assertThat(clusterParts(first.id())).isEqualTo(first.p() <= 0.01 ? 1 : 0);
        assertThat(clusterParts(second.id())).as("known ones call nobody").isZero();
        assertThat(page("/clusters/" + second.id())).contains("柳荫街道", "通报涉及32处", "时空置换扫描", "昨天已有");
        assertThat(page("/clusters/" + second.id() + "?lang=en")).contains("Log likelihood ratio");
        mvc.perform(get("/clusters/" + second.id()).session(district.session(mvc, "meixi")))
                .andExpect(status().isNotFound());
    }

    @Test
    void tooFewDaysAreNotScanned() {
        district.point("notice-1", STREET, Indicator.ADDRESSES_NAMED);
        district.point("notice-2", OTHER, Indicator.ADDRESSES_NAMED);
        for (int back = 7; back >= 1; back--) {
            LocalDate day = TODAY.minusDays(back);
            report(List.of(CountEntry.of("notice-1", day, back == 1 ? 30 : 1), CountEntry.of("notice-2", day, 4)));
        }
        assertThat(clusters.ofDay("", YESTERDAY)).isEmpty();
    }

    @Test
    void clinicsAreScannedAgainstTheirOwnExpectation() {
        MonitoringPoint known = district.point("known", STREET);
        MonitoringPoint far = district.point("far", OTHER);
        archive.load(known, past(1, 400));
        archive.load(far, past(2, 400));
        report(List.of(CountEntry.of("known", YESTERDAY, 45), CountEntry.of("far", YESTERDAY, 10)));

        Cluster cluster = clusters.ofDay("", YESTERDAY).getFirst();
        assertThat(cluster.model()).isEqualTo(ClusterModel.EXPECTATION);
        assertThat(cluster.centrePath()).isEqualTo(STREET);
        assertThat(cluster.firstDay()).isEqualTo(YESTERDAY);
        assertThat(cluster.observed()).isEqualTo(45);
        assertThat(clusterParts(cluster.id())).isEqualTo(1);
    }

    private void report(List<CountEntry> entries) {
        assertThat(counts.reportAll(Actor.system(), new ArrayList<>(entries), Channel.CSV)
                        .rejected())
                .isEmpty();
        district.settle();
    }

    /** Ordinary days around ten, up to the day before yesterday. */
    private static StreamSeries past(int point, int days) {
        double[] values = new double[days];
        for (int day = 0; day < days; day++) {
            values[day] = CHANCE.poisson(10, point, day);
        }
        return new StreamSeries(YESTERDAY.minusDays(days), Rhythm.DAILY, values);
    }

    private long clusterParts(UUID cluster) {
        return jdbc.sql("select count(*) from episode_part where kind = 'CLUSTER' and subject = ?")
                .param(cluster)
                .query(Long.class)
                .single();
    }

    private void position(String path, double latitude, double longitude) {
        jdbc.sql("update area set latitude = ?, longitude = ? where path = ?")
                .params(latitude, longitude, path)
                .update();
    }

    private String page(String address) throws Exception {
        String page = mvc.perform(get(address).session(district.session(mvc, "analyst")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).doesNotContain("??", "style=\"");
        return page;
    }
}
