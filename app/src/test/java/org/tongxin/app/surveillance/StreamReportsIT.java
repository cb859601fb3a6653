package org.tongxin.app.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;
import static org.tongxin.app.support.TestDistrict.YESTERDAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** What streams were worth, from what an analyst said of their signals. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class StreamReportsIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    StreamReports reports;

    @Autowired
    Signals signals;

    @Autowired
    Episodes episodes;

    @Autowired
    EpisodeCare care;

    @Autowired
    Counts counts;

    @Autowired
    PointRegistry points;

    @Autowired
    DistrictClock clock;

    @Autowired
    Ids ids;

    @BeforeEach
    void open() {
        district.open();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    @Test
    void everyWordOfTheAnalystCountsOnceAndExercisesDoNot() throws Exception {
        MonitoringPoint point = new MonitoringPoint(
                ids.of("point", "gate"), "gate", STREET, Indicator.FEVER_VISITS, "=三号门诊", "Gate", "测试", true, 5);
        points.add(List.of(point));
        MonitoringPoint quiet = district.point("quiet", OTHER);
        district.report(quiet, YESTERDAY, 1, 2);
        for (int week = 8; week >= 1; week--) {
            district.report(point, YESTERDAY.minusDays(7L * week), 40);
        }
        district.report(point, YESTERDAY, 50);
        List<Signal> raised = signals.list(STREET, 20).reversed();
        assertThat(raised).hasSize(9);

        clock.holdAt(clock.at(TODAY, LocalTime.of(13, 30)));
        for (int i = 0; i < 4; i++) {
            decide(raised.get(i), SignalState.CONFIRMED);
        }
        decide(raised.get(4), SignalState.FALSE_ALARM);
        decide(raised.get(5), SignalState.DEFERRED);
        exercise(raised.get(6));
        counts.report(Actor.system(), new CountEntry("gate", raised.get(7).eventDay(), 1, "多写一个零"), Channel.FORM)
                .orThrow();
        district.settle();

        StreamReport report = of("gate");
        assertThat(List.of(report.signals(), report.confirmed(), report.falseAlarms(), report.open()))
                .containsExactly(9, 4, 1, 2);
        assertThat(report.predictiveValue()).isEqualTo(0.8);
        assertThat(report.interval().low()).isBetween(0.37, 0.38);
        assertThat(report.lookMinutes()).as("from 10:30 to 13:30").isEqualTo(180);
        assertThat(of("quiet").predictiveValue()).isNull();
        assertThat(reports.list("", StreamReports.Order.SIGNALS).getFirst().code())
                .isEqualTo("gate");
        assertThat(reports.list(OTHER, StreamReports.Order.VALUE))
                .extracting(StreamReport::code)
                .containsExactly("quiet");

        assertThat(page("/streams?sort=VALUE")).contains("核实过的5个信号里4个属实", "80%（38–96%）", "3.0小时");
        assertThat(page("/streams?lang=en")).contains("4 of 5 verified signals were real");
        byte[] file = mvc.perform(get("/streams.csv").session(district.session(mvc, "analyst")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(file, StandardCharsets.UTF_8))
                .startsWith("\uFEFF监测点代码,监测点,")
                .contains("gate,'=三号门诊," + STREET + ",发热门诊就诊,是,9,4,1,2,0.800,0.376,0.964,3.000,");
    }

    private void decide(Signal signal, SignalState state) {
        signals.decide(district.actor("analyst"), signal.id(), state, "电话核实", signal.version())
                .orThrow();
    }

    private void exercise(Signal signal) {
        Episode episode = episodes.ofSignal(signal.id(), "").orElseThrow();
        Actor analyst = district.actor("analyst");
        Episode taken =
                care.takeOver(analyst, episode.number(), episode.version()).orThrow();
        care.close(analyst, taken.number(), EpisodeOutcome.EXERCISE, "演练", taken.version())
                .orThrow();
    }

    private StreamReport of(String code) {
        return reports.list("", StreamReports.Order.STREAM).stream()
                .filter(report -> report.code().equals(code))
                .findFirst()
                .orElseThrow();
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
