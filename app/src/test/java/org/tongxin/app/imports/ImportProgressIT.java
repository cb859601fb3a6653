package org.tongxin.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** A long list while its rows are being checked: how far it is, and that it can be cancelled there. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, ImportProgressIT.Steps.class})
class ImportProgressIT {

    @Autowired
    TestDistrict district;

    @Autowired
    Imports imports;

    @Autowired
    StepByStep steps;

    @Autowired
    JdbcClient jdbc;

    /** Says when it is given rows to check, and goes on when it may. */
    static final class StepByStep extends PlainList {

        private final Semaphore arrived = new Semaphore(0);
        private final Semaphore permits = new Semaphore(0);

        StepByStep() {
            super("people-step-by-step");
        }

        @Override
        public List<Verdict> check(Actor actor, List<ImportRow> rows) {
            arrived.release();
            permits.acquireUninterruptibly();
            return super.check(actor, rows);
        }

        @Override
        public void apply(Actor actor, List<ImportRow> rows) {
            throw new IllegalStateException("The list must not be taken.");
        }

        void await() throws InterruptedException {
            assertThat(arrived.tryAcquire(60, TimeUnit.SECONDS))
                    .as("rows to be checked")
                    .isTrue();
        }
    }

    @TestConfiguration
    static class Steps {

        @Bean
        StepByStep stepByStep() {
            return new StepByStep();
        }
    }

    @BeforeEach
    void open() {
        district.open();
        steps.arrived.drainPermits();
        steps.permits.drainPermits();
    }

    @AfterEach
    void close() {
        steps.permits.release(100);
        district.settle();
        district.close();
    }

    private ImportFile file(UUID id) {
        return imports.find(district.actor("street"), id).orElseThrow();
    }

    private int percent(UUID id) {
        return imports.percent(file(id));
    }

    private UUID sent() {
        byte[] list = ("text\n" + "x\n".repeat(4_000)).getBytes(StandardCharsets.UTF_8);
        return imports.upload(district.actor("street"), "people-step-by-step", "名单.csv", list)
                .orThrow();
    }

    private void ended(UUID id) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (percent(id) < 100) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The import does not come to an end.");
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private long rows(UUID id) {
        return jdbc.sql("select count(*) from import_row where import_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    @Test
    void whoSentAListSeesHowFarItIs() throws InterruptedException {
        UUID id = sent();
        for (int percent : new int[] {0, 25, 50, 75}) {
            steps.await();
            assertThat(percent(id)).isEqualTo(percent);
            assertThat(rows(id)).isEqualTo(percent * 40L);
            assertThat(file(id).state()).isEqualTo(ImportFile.State.STAGING);
            steps.permits.release();
        }
        ended(id);
        assertThat(file(id).state()).isEqualTo(ImportFile.State.READY);
        assertThat(rows(id)).isEqualTo(4_000);
        imports.cancel(district.actor("street"), id).orThrow();
    }

    @Test
    void aListThatIsCancelledWhileItIsCheckedLeavesNoRow() throws InterruptedException {
        UUID id = sent();
        steps.await();
        steps.permits.release();
        steps.await();
        assertThat(rows(id)).isEqualTo(1_000);

        imports.cancel(district.actor("street"), id).orThrow();
        steps.permits.release(100);
        ended(id);
        assertThat(file(id).state()).isEqualTo(ImportFile.State.CANCELLED);
        assertThat(rows(id)).isZero();
        assertThat(imports.apply(district.actor("street"), id).toString()).contains("B-019");
    }
}
