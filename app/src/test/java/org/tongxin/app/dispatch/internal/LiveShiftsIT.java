package org.tongxin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.dispatch.Assignment;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.dispatch.PlanComparison;
import org.tongxin.app.dispatch.ShiftStreet;
import org.tongxin.app.dispatch.duty.Attendances;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** What is kept in memory of a shift: never of another revision, never half changed, and made no more often than needed. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, ShiftStreet.class})
class LiveShiftsIT {

    @Autowired
    TestDistrict district;

    @Autowired
    ShiftStreet town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Attendances attendances;

    @Autowired
    LiveShifts shifts;

    @Autowired
    TransactionTemplate transactions;

    @MockitoSpyBean
    ShiftInputs inputs;

    private Actor officer;

    @BeforeEach
    void open() {
        town.open();
        officer = district.actor("officer");
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    /** Everybody who was asked for today has said yes. */
    private List<Assignment> confirmed() {
        dispatch.plan(officer, TODAY, "test").orThrow();
        jdbc.sql("update assignment set risk_read_at = now(), risk_read_by = 'READ_OUT'")
                .update();
        List<Assignment> asked = dispatch.assignments(TODAY, "");
        Map<UUID, Boolean> comes = new HashMap<>();
        asked.forEach(each -> comes.put(each.id(), true));
        dispatch.answer(officer, TODAY, comes).orThrow();
        return asked;
    }

    private void mark(Assignment someone, boolean present) {
        attendances
                .mark(district.actor("street"), someone.postId(), someone.id(), present, false)
                .orThrow();
    }

    @Test
    void aCheckInAndACheckOutKeepThePlanThatIsInMemory() {
        List<Assignment> asked = confirmed();
        clearInvocations(inputs);
        asked.subList(0, 6).forEach(someone -> mark(someone, true));
        mark(asked.getFirst(), false);
        dispatch.answer(officer, TODAY, Map.of(asked.get(8).id(), false)).orThrow();
        ShiftView kept = shifts.view(TODAY);

        verify(inputs, times(0)).read(any());
        ShiftView anew = LiveShift.of(inputs.read(TODAY)).view();
        assertThat(kept.total()).isEqualTo(anew.total());
        assertThat(kept.postOfPerson()).isEqualTo(anew.postOfPerson());
        assertThat(kept.measures()).isEqualTo(anew.measures());
        for (Assignment here : asked.subList(0, 6)) {
            assertThat(kept.place(here.postId(), here.personId()).toString())
                    .isEqualTo(anew.place(here.postId(), here.personId()).toString());
        }
    }

    @Test
    void aPlanUnderChangeIsNotSeenAndAFailureLeavesNoneBehind() {
        List<Assignment> asked = confirmed();
        Map<UUID, UUID> before = shifts.view(TODAY).postOfPerson();
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    dispatch.answer(officer, TODAY, Map.of(asked.getFirst().id(), false))
                            .orThrow();
                    assertThat(onAnotherThread(() -> shifts.view(TODAY).postOfPerson()))
                            .as("what others see before the commit")
                            .isEqualTo(before);
                    throw new IllegalStateException("the power fails");
                }))
                .hasMessage("the power fails");

        assertThat(shifts.view(TODAY).postOfPerson()).isEqualTo(before);
        Map<UUID, UUID> toChange =
                transactions.execute(status -> shifts.toChange(TODAY).view().postOfPerson());
        assertThat(toChange).isEqualTo(before);
    }

    private static <T> T onAnotherThread(Callable<T> act) {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            return other.submit(act).get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void readersAtOnceMakeOnePlan() throws Exception {
        confirmed();
        transactions.executeWithoutResult(status -> new ShiftRevisions(jdbc).outdate(TODAY));
        clearInvocations(inputs);
        CountDownLatch ready = new CountDownLatch(4);
        try (ExecutorService readers = Executors.newFixedThreadPool(4)) {
            List<Future<ShiftView>> views = new ArrayList<>();
            for (int reader = 0; reader < 4; reader++) {
                views.add(readers.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return shifts.view(TODAY);
                }));
            }
            ShiftView first = views.getFirst().get();
            for (Future<ShiftView> view : views) {
                assertThat(view.get()).isSameAs(first);
            }
        }
        verify(inputs, times(1)).read(any());
    }

    @Test
    void aComparisonIsMadeOnceForAPlanHoweverManyAsk() {
        List<Assignment> asked = confirmed();
        asked.subList(0, 4).forEach(someone -> mark(someone, true));
        PlanComparison first = dispatch.compare(TODAY).orElseThrow();
        clearInvocations(inputs);

        assertThat(dispatch.compare(TODAY).orElseThrow()).isSameAs(first);
        verify(inputs, times(0)).read(any());
        ShiftView present = shifts.view(TODAY);
        assertThat(first.afresh())
                .isEqualTo(present.measures(
                        LiveShift.afresh(inputs.read(TODAY)).view().postOfPerson()));
        dispatch.answer(officer, TODAY, Map.of(asked.getLast().id(), false)).orThrow();
        assertThat(dispatch.compare(TODAY).orElseThrow()).isNotSameAs(first);
        assertThat(dispatch.compare(TODAY.plusDays(300))).isEmpty();
    }

    @Test
    void whatIsKeptFromBeforeAReplayStartedAgainIsNeverTaken() {
        confirmed();
        ShiftView before = shifts.view(TODAY);
        town.open();
        confirmed();

        assertThat(shifts.view(TODAY)).isNotSameAs(before);
        assertThat(revision()).as("a revision is given once").isNotIn(1L, 2L);
    }

    private long revision() {
        return jdbc.sql("select revision from shift_state where shift_day = ?")
                .param(TODAY)
                .query(Long.class)
                .single();
    }

    @Test
    void anArrivalWaitsForTheShiftBeforeItWritesAnything() throws Exception {
        List<Assignment> asked = confirmed();
        Assignment someone = asked.getFirst();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?>[] arrival = new Future<?>[1];
            transactions.executeWithoutResult(status -> {
                shifts.lock(TODAY);
                arrival[0] = other.submit(() -> mark(someone, true));
                awaitWaiting();
                jdbc.sql("set local lock_timeout = '5s'").update();
                jdbc.sql("delete from assignment where id = ?")
                        .param(asked.getLast().id())
                        .update();
                jdbc.sql("insert into attendance (shift_day, person_id, post_id, came_at, came_by)"
                                + " values (?, ?, ?, now(), 'CODE')")
                        .params(TODAY, someone.personId(), someone.postId())
                        .update();
            });
            arrival[0].get();
        }
    }

    /** Until somebody waits for the shift. */
    private void awaitWaiting() {
        while (onAnotherThread(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Long.class)
                        .single())
                == 0) {
            Thread.onSpinWait();
        }
    }
}
