package org.tongxin.app.warning.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.surveillance.Assessments;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.app.surveillance.Series;
import org.tongxin.app.surveillance.SignalState;
import org.tongxin.app.surveillance.Signals;
import org.tongxin.app.surveillance.StreamAssessment;
import org.tongxin.core.episode.Consensus;

/** The signal: how rare the street's streams of the day are together, how many of them agree, what an analyst confirmed. */
@Component
class SignalMeasurement implements Measurement {

    /** A stream agrees from this probability down. Suggested value. */
    private static final double AGREES = 0.05;

    /** An uncalibrated probability counts for half. Suggested value. */
    private static final double UNCALIBRATED = 0.5;

    private static final double SMALLEST = 1e-6;

    /** The longest recurrence that is said in days. Suggested value. */
    private static final int MOST_DAYS = 1_000;

    private final Assessments assessments;
    private final Series series;
    private final Signals signals;

    SignalMeasurement(Assessments assessments, Series series, Signals signals) {
        this.assessments = assessments;
        this.series = series;
        this.signals = signals;
    }

    /** One stream with what the detector said of its day. */
    private record Stream(MonitoringPoint point, StreamAssessment said) {

        double p() {
            Double value = said.p();
            return value == null ? Double.NaN : value;
        }

        double weight() {
            return said.calibrated() ? 1 : UNCALIBRATED;
        }

        boolean agrees() {
            return said.alarm() || p() <= AGREES;
        }
    }

    @Override
    public void add(LocalDate day, Map<String, Measures> byStreet) {
        Map<UUID, MonitoringPoint> points = new HashMap<>();
        Map<String, Integer> expected = new HashMap<>();
        series.points("").forEach(point -> {
            points.put(point.id(), point);
            expected.merge(point.areaPath(), 1, Integer::sum);
        });
        Map<String, List<Stream>> streams = new HashMap<>();
        for (StreamAssessment said : assessments.ofDay("", day)) {
            MonitoringPoint point = points.get(said.pointId());
            if (point != null) {
                streams.computeIfAbsent(point.areaPath(), path -> new ArrayList<>())
                        .add(new Stream(point, said));
            }
        }
        byStreet.forEach((path, measures) -> {
            add(measures, expected.getOrDefault(path, 0), streams.getOrDefault(path, List.of()));
            confirmed(path, day, measures);
        });
    }

    private static void add(Measures measures, int expected, List<Stream> streams) {
        double combined = combined(streams);
        measures.streams(expected, streams.size(), combined);
        if (streams.isEmpty()) {
            return;
        }
        long agreeing = streams.stream().filter(Stream::agrees).count();
        measures.known(
                IndicatorNames.AGREEING_STREAMS, agreeing, Reason.of("risk.agreeingStreams", agreeing, streams.size()));
        if (!Double.isNaN(combined)) {
            double bounded = Math.max(SMALLEST, combined);
            measures.known(IndicatorNames.SIGNAL_RARITY, -Math.log10(bounded), sentence(streams, bounded));
        }
    }

    private static double combined(List<Stream> streams) {
        return Consensus.stouffer(
                streams.stream().mapToDouble(Stream::p).toArray(),
                streams.stream().mapToDouble(Stream::weight).toArray());
    }

    private static Reason sentence(List<Stream> streams, double combined) {
        Optional<Stream> strongest =
                streams.stream().filter(each -> each.p() >= 0).min(Comparator.comparingDouble(Stream::p));
        Stream stream = strongest.orElseThrow();
        Double expected = stream.said().expected();
        return Reason.of(
                stream.said().calibrated() ? "risk.signalRarity" : "risk.signalRarity.uncalibrated",
                Reason.name(stream.point().name(), stream.point().nameEn()),
                stream.said().observed(),
                expected == null ? "–" : String.format(Locale.ROOT, "%.1f", expected),
                recurrence(combined),
                streams.size());
    }

    /** Quiet days do not reach far enough to tell rarer things apart. */
    private static String recurrence(double p) {
        long days = Math.round(1 / p);
        return days > MOST_DAYS ? MOST_DAYS + "+" : Long.toString(days);
    }

    private void confirmed(String path, LocalDate day, Measures measures) {
        long count = signals.standing(path, day.minusDays(2), day).stream()
                .filter(signal -> signal.state() == SignalState.CONFIRMED)
                .count();
        measures.known(IndicatorNames.CONFIRMED_SIGNALS, count, Reason.of("risk.confirmedSignals", count));
    }
}
