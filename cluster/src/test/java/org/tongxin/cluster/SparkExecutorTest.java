package org.tongxin.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkConf;
import org.apache.spark.Success$;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tongxin.cli.SimulationCase;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.LocalExecutor;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.RunWatch;
import org.tongxin.core.epidemic.Simulator;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SparkExecutorTest {

    private static final int RUNS = 60;
    private static final long SEED = 7;

    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        model = Files.writeString(folder.resolve("model.json"), """
                {
                  "name": "Willow District",
                  "population": {"recipe": "LN-1", "people": 20000},
                  "disease": {"preset": "covid-2020"},
                  "contacts": {"transmission": {"household": 0.06, "school": 0.03, "work": 0.02, "community": 0.012}},
                  "arrivals": [{"day": 0, "people": 50}],
                  "days": 90
                }
                """);
    }

    @Test
    void anEnsembleSurvivesTheLossOfAWorkerBitForBit() throws IOException, InterruptedException {
        try (StandaloneCluster cluster = StandaloneCluster.start(folder.resolve("spark"), 2);
                JavaSparkContext spark = context(cluster.address())) {
            Losing losing = new Losing(cluster);
            spark.sc().addSparkListener(losing);
            Ensemble ensemble = run(spark, RunWatch.NONE);
            assertThat(losing.tasksBefore.get()).isBetween(4, RUNS - 2);
            assertThat(losing.lost.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(bytes(ensemble)).containsExactlyElementsOf(bytes(local()));
        }
    }

    @Test
    void twoTasksInOneProcessShareThePeople() {
        try (JavaSparkContext spark = context("local[2]")) {
            Telling told = new Telling(false);
            Ensemble ensemble = run(spark, told);
            assertThat(bytes(ensemble)).containsExactlyElementsOf(bytes(local()));
            assertThat(told.numbers()).hasSize(RUNS).isSorted();
        }
    }

    @Test
    void aWorkerWithAnotherModelFileRefuses() throws IOException {
        try (JavaSparkContext spark = context("local[2]")) {
            SparkExecutor executor = new SparkExecutor(spark, ModelAt.of(model, 0), 1);
            Simulator simulator = simulator();
            Files.writeString(model, Files.readString(model).replace("0.012", "0.013"));
            assertThatThrownBy(() -> executor.run(simulator, SEED, 2, RunWatch.NONE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("model.json is another one on this machine");
        }
    }

    @Test
    void whoeverWatchesMayStopTheRuns() {
        try (JavaSparkContext spark = context("local[2]")) {
            SparkExecutor executor = new SparkExecutor(spark, ModelAt.of(model, 0), 10);
            Simulator simulator = simulator();
            assertThatThrownBy(() -> executor.run(simulator, SEED, 1000, new Telling(true)))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void portionsHoldEveryNumberOnce() {
        assertThat(Portion.of(7, 3)).containsExactly(new Portion(0, 3), new Portion(3, 6), new Portion(6, 7));
    }

    private Ensemble run(JavaSparkContext spark, RunWatch watch) {
        return new SparkExecutor(spark, ModelAt.of(model, 0), 1).run(simulator(), SEED, RUNS, watch);
    }

    private Ensemble local() {
        return new LocalExecutor(1).run(simulator(), SEED, RUNS, RunWatch.NONE);
    }

    private Simulator simulator() {
        return Simulator.of(SimulationCase.read(model).situations().getFirst());
    }

    private static JavaSparkContext context(String master) {
        SparkConf settings = ClusterSettings.of(master, "127.0.0.1", "512m", System.getProperty("java.class.path"));
        return new JavaSparkContext(settings.set("spark.executor.cores", "1"));
    }

    private static List<byte[]> bytes(Ensemble ensemble) {
        List<byte[]> bytes = new ArrayList<>();
        bytes.add(ensemble.places().toBytes());
        ensemble.runs().forEach(run -> bytes.add(run.toBytes()));
        return bytes;
    }

    /** Notes what it is told. */
    private record Telling(boolean isStopped, List<Integer> numbers) implements RunWatch {

        Telling(boolean isStopped) {
            this(isStopped, new ArrayList<>());
        }

        @Override
        public void ended(int number, Run run) {
            numbers.add(number);
        }
    }

    /** Waits until both workers are at work and some tasks are done, and then kills one. */
    private static final class Losing extends SparkListener {

        private final StandaloneCluster cluster;
        private final AtomicInteger workers = new AtomicInteger();
        private final AtomicInteger tasks = new AtomicInteger();
        private final AtomicInteger tasksBefore = new AtomicInteger();
        private final CountDownLatch lost = new CountDownLatch(1);

        Losing(StandaloneCluster cluster) {
            this.cluster = cluster;
        }

        @Override
        public void onExecutorAdded(SparkListenerExecutorAdded added) {
            workers.incrementAndGet();
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd ended) {
            boolean done = ended.reason() == Success$.MODULE$;
            if (done
                    && tasks.incrementAndGet() >= 4
                    && workers.get() == 2
                    && tasksBefore.compareAndSet(0, tasks.get())) {
                cluster.kill(0);
            }
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
            lost.countDown();
        }
    }
}
