package org.tongxin.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.stream.ChineseHolidays;
import org.tongxin.core.text.Burst;
import org.tongxin.core.text.BurstSettings;
import org.tongxin.core.text.Bursts;
import org.tongxin.core.text.Duplicates;
import org.tongxin.core.text.Normaliser;
import org.tongxin.core.text.Request;
import org.tongxin.core.text.TopicDictionary;

/** 100,000 requests of a year: duplicates, topics, and the bursts of every day but the first 28. Must: 10 s on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class TextBenchmark {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final int REQUESTS = 100_000;
    private static final String SYLLABLES = "楼道里的灯小区北门垃圾桶电梯停车位自来水暖气快递柜路灯绿化带噪音网络物业收费消防通道积水树枝外墙坏了没人管影响出行希望处理";

    private final List<Request> requests = new ArrayList<>();

    @Setup
    public void build() {
        KeyedRandom chance = new KeyedRandom(7);
        for (int i = 0; i < REQUESTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int part = 0; part < 8; part++) {
                int at = chance.below(SYLLABLES.length() - 3, 1, i, part);
                text.append(SYLLABLES, at, at + 3);
            }
            String grid = "990100%03d%03dG%02d"
                    .formatted(chance.below(10, 2, i), chance.below(12, 3, i), chance.below(8, 4, i));
            LocalDate day = FIRST.plusDays((long) i * 365 / REQUESTS);
            requests.add(new Request(day, chance.below(300_000, 5, i), grid, text.toString()));
        }
    }

    @Benchmark
    public List<Burst> bursts() {
        Duplicates duplicates = new Duplicates();
        for (Request request : requests) {
            duplicates.group(request.day().toEpochDay(), Normaliser.of(request.text()));
        }
        TopicDictionary dictionary = new TopicDictionary(Map.of("lift", List.of("电梯"), "water", List.of("自来水", "积水")));
        return new Bursts(dictionary, BurstSettings.defaults(ChineseHolidays.calendar()))
                .find(requests, FIRST.plusDays(28));
    }
}
