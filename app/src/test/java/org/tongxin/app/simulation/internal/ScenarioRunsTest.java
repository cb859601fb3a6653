package org.tongxin.app.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongxin.app.simulation.Scenario;

/** The one thread that takes scenario after scenario outlives whatever happens to one of them. */
class ScenarioRunsTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Jobs jobs = new Jobs();
    private final RunRecord record = mock(RunRecord.class);
    private final ScenarioEngine engine = mock(ScenarioEngine.class);
    private final ScenarioRuns runs = new ScenarioRuns(jobs, record, engine);

    @BeforeEach
    void start() {
        runs.start();
    }

    @AfterEach
    void stop() {
        runs.stop();
    }

    @Test
    void anErrorInOneScenarioEndsThatOneAlone() {
        when(record.begin(FIRST)).thenReturn(Optional.of(mock(Scenario.class)));
        when(record.begin(SECOND)).thenReturn(Optional.empty());
        when(engine.run(any(), any())).thenThrow(new StackOverflowError("too deep"));
        jobs.add(FIRST, 1);
        jobs.add(SECOND, 1);

        assertThat(jobs.await(FIRST, PATIENCE)).isTrue();
        assertThat(jobs.await(SECOND, PATIENCE)).as("taken after the error").isTrue();
        verify(record).fail(eq(FIRST), any());
    }

    @Test
    void aScenarioThatCannotBeBegunIsTakenAgain() {
        when(record.begin(FIRST))
                .thenThrow(new IllegalStateException("The database is away."))
                .thenReturn(Optional.empty());
        jobs.add(FIRST, 1);

        assertThat(jobs.await(FIRST, PATIENCE)).isTrue();
        verify(record, times(2)).begin(FIRST);
    }
}
