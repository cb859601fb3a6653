package org.tongxin.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tongxin.core.detection.BayesMethod;
import org.tongxin.core.detection.CountSeries;
import org.tongxin.core.detection.CusumMethod;
import org.tongxin.core.detection.DetectionMethod;
import org.tongxin.core.detection.EarsDetection;
import org.tongxin.core.detection.EarsMethod;
import org.tongxin.core.detection.RkiMethod;
import org.tongxin.core.episode.Consensus;
import org.tongxin.core.episode.FalseDiscoveryRate;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.rating.Curve;
import org.tongxin.core.rating.IndexConfig;
import org.tongxin.core.rating.IndexResult;
import org.tongxin.core.rating.Indicator;
import org.tongxin.core.rating.LevelKeeper;
import org.tongxin.core.rating.RiskIndex;
import org.tongxin.core.rating.Thresholds;
import org.tongxin.core.scan.CaseCounts;
import org.tongxin.core.scan.Coordinates;
import org.tongxin.core.scan.Place;
import org.tongxin.core.scan.Places;
import org.tongxin.core.scan.Scan;
import org.tongxin.core.scan.ScanModel;
import org.tongxin.core.scan.ScanSettings;
import org.tongxin.core.stream.Assessment;
import org.tongxin.core.stream.ChineseHolidays;
import org.tongxin.core.stream.DetectorSettings;
import org.tongxin.core.stream.Rhythm;
import org.tongxin.core.stream.StreamDetector;
import org.tongxin.core.stream.StreamSeries;

/**
 * A made-up district of 124 communities with eight daily streams each, and what a day of early warning means for it: every
 * stream by the default detector and by the reference methods that need no years (EARS C1 to C3, Bayes, RKI, CUSUM), the
 * streams of each community joined, all communities judged together, the scan, and each community rated with its reasons
 * and what would lower it.
 */
final class DistrictDays {

    static final int COMMUNITIES = 124;
    static final int STREAMS = 8;

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 6);
    private static final int WINDOW = 400;
    private static final int EARLIER = 548;
    private static final double SIDE_KILOMETRES = 20;

    private static final List<DetectionMethod> REFERENCES = List.of(
            EarsDetection.of(EarsMethod.C1),
            EarsDetection.of(EarsMethod.C2),
            EarsDetection.of(EarsMethod.C3),
            BayesMethod.DEFAULT,
            RkiMethod.DEFAULT,
            CusumMethod.DEFAULT);

    private final int days;
    private final double[][] counts;
    private final double[][] modelP;
    private final Places places;
    private final StreamDetector detector = new StreamDetector(ChineseHolidays.calendar(), DetectorSettings.DEFAULT);
    private final RiskIndex index = new RiskIndex(config(), Thresholds.DEFAULT);
    private final LevelKeeper keeper = new LevelKeeper(Thresholds.DEFAULT);
    private final LevelKeeper.State[] states = new LevelKeeper.State[COMMUNITIES];

    /** @param days of counts; each stream has its own level between half a case and 20 a day */
    DistrictDays(int days) {
        this.days = days;
        KeyedRandom chance = new KeyedRandom(20220306);
        counts = new double[COMMUNITIES * STREAMS][days];
        modelP = new double[COMMUNITIES * STREAMS][days];
        for (int stream = 0; stream < counts.length; stream++) {
            Arrays.fill(modelP[stream], Double.NaN);
            double mean = 0.5 + 20 * Math.pow(chance.uniform(1, stream), 3);
            for (int day = 0; day < days; day++) {
                counts[stream][day] = chance.poisson(mean * (day % 7 >= 5 ? 0.6 : 1.1), 2, stream, day);
            }
        }
        List<Place> list = new ArrayList<>();
        for (int place = 0; place < COMMUNITIES; place++) {
            list.add(new Place(
                    "c" + place,
                    SIDE_KILOMETRES * chance.uniform(3, place),
                    SIDE_KILOMETRES * chance.uniform(4, place)));
        }
        places = Places.of(list, Coordinates.CARTESIAN);
        Arrays.fill(states, LevelKeeper.State.NEW);
    }

    private static IndexConfig config() {
        Curve rising = new Curve(new double[] {0, 1}, new double[] {0, 1});
        return new IndexConfig(
                "bench/1",
                List.of(
                        new Indicator(
                                "signal", "signal", 35, new Curve(new double[] {0, 4}, new double[] {0, 1}), false),
                        new Indicator(
                                "growth", "growth", 20, new Curve(new double[] {1, 3}, new double[] {0, 1}), false),
                        new Indicator("neighbours", "exposure", 15, rising, false),
                        new Indicator("compounds", "vulnerability", 15, rising, false),
                        new Indicator("overdue", "coping", 15, rising, true)),
                List.of(),
                0.5);
    }

    /** Levels of the communities after the day. @param references whether the reference methods run too */
    List<LevelKeeper.State> day(int day, boolean references, ScanSettings scan) {
        double[] p = new double[counts.length];
        IntStream.range(0, counts.length).parallel().forEach(stream -> p[stream] = stream(stream, day, references));
        double[] combined = new double[COMMUNITIES];
        for (int community = 0; community < COMMUNITIES; community++) {
            combined[community] =
                    Consensus.edgington(Arrays.copyOfRange(p, community * STREAMS, (community + 1) * STREAMS));
        }
        double[] q = FalseDiscoveryRate.q(combined);
        if (scan.replications() > 0) {
            Scan.run(ScanModel.spaceTimePermutation(cases(day)), scan);
        }
        for (int community = 0; community < COMMUNITIES; community++) {
            IndexResult result = index.of(values(community, day, combined[community]));
            states[community] = keeper.next(states[community], result, q[community], 1);
            index.reliefs(result, Thresholds.DEFAULT.entry(states[community].level()));
        }
        return List.of(states);
    }

    private double stream(int stream, int day, boolean references) {
        int from = Math.max(0, day - WINDOW);
        StreamSeries series =
                new StreamSeries(FIRST.plusDays(from), Rhythm.DAILY, Arrays.copyOfRange(counts[stream], from, day + 1));
        int earlier = Math.max(0, day - EARLIER);
        Assessment found = detector.assess(
                series, day - from, Arrays.copyOfRange(modelP[stream], earlier, day), new boolean[day - earlier]);
        modelP[stream][day] = found.modelP();
        if (references) {
            CountSeries plain = CountSeries.of(series.counts());
            REFERENCES.forEach(method -> method.detect(plain, day - from, day - from + 1));
        }
        return found.p();
    }

    private CaseCounts cases(int day) {
        int length = Math.min(365, day + 1);
        CaseCounts.Builder cases = CaseCounts.builder(places, length);
        for (int community = 0; community < COMMUNITIES; community++) {
            for (int back = 0; back < length; back++) {
                int count = (int) counts[community * STREAMS][day - back];
                if (count > 0) {
                    cases.add("c" + community, length - 1 - back, count);
                }
            }
        }
        return cases.build();
    }

    private Map<String, Double> values(int community, int day, double combined) {
        double week = 0;
        double before = 0;
        for (int back = 0; back < 7; back++) {
            week += counts[community * STREAMS][day - back];
            before += counts[community * STREAMS][day - 7 - back];
        }
        Map<String, Double> values = new HashMap<>();
        values.put("signal", -Math.log10(Math.max(1e-12, combined)));
        values.put("growth", (week + 1) / (before + 1));
        values.put("neighbours", (community % 10) / 10.0);
        values.put("compounds", (community % 7) / 7.0);
        values.put("overdue", (day + community) % 5 / 5.0);
        return values;
    }

    int days() {
        return days;
    }
}
