package org.tongxin.app.replay.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWorkRunner;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.surveillance.Channel;
import org.tongxin.app.surveillance.CountEntry;
import org.tongxin.app.surveillance.Counts;
import org.tongxin.app.surveillance.Series;
import org.tongxin.app.tasks.TaskLevel;
import org.tongxin.core.random.KeyedRandom;

/**
 * The phases of a replayed day, in their order. The figures of a day appear on the morning after, so the phases of day
 * {@code d} happen on {@code d + 1}. Each phase is a time of day, up to fourteen minutes later by chance.
 */
@Component
class Phases {

    private static final int JITTER_MINUTES = 15;

    private final DistrictClock clock;
    private final Organisation organisation;
    private final Counts counts;
    private final Series series;
    private final Streams streams;
    private final Cast cast;
    private final OfficersScript officers;
    private final FieldScript field;
    private final DispatchScript dispatch;
    private final DutyScript duty;
    private final SupervisionScript supervision;
    private final ForesightScript foresight;
    private final SuppliesScript supplies;
    private final CooperationScript cooperation;
    private final DelegationScript delegation;
    private final DueWorkRunner due;
    private final KeyedRandom chance;
    private final List<Phase> phases = List.of(
            new Phase("07:50", false, this::reports),
            new Phase("08:15", false, day -> dispatchMorning()),
            new Phase("08:40", true, day -> officersAnalyst()),
            new Phase("09:00", false, day -> dispatchAnswers(clockToday())),
            new Phase("09:30", true, day -> officersDuty()),
            new Phase("10:20", true, day -> officersSign()),
            new Phase("10:50", true, day -> officersDecide()),
            new Phase("12:00", false, day -> fieldAcknowledge(TaskLevel.STREET)),
            new Phase("12:40", false, this::lateReports),
            new Phase("13:10", false, day -> fieldAcknowledge(TaskLevel.COMMUNITY)),
            new Phase("14:00", false, day -> dispatchPlanTomorrow()),
            new Phase("15:00", false, day -> dispatchAnswers(clockToday().plusDays(1))),
            new Phase("16:30", false, day -> fieldReport(TaskLevel.COMMUNITY)),
            new Phase("17:20", false, day -> fieldStreets()),
            new Phase("18:10", false, day -> fieldDistrict()),
            new Phase("18:40", true, day -> officersStartMeasures()),
            new Phase("20:00", false, day -> dueWork()));

    Phases(
            DistrictClock clock,
            Organisation organisation,
            Counts counts,
            Series series,
            Streams streams,
            Cast cast,
            OfficersScript officers,
            FieldScript field,
            DispatchScript dispatch,
            DutyScript duty,
            SupervisionScript supervision,
            ForesightScript foresight,
            SuppliesScript supplies,
            CooperationScript cooperation,
            DelegationScript delegation,
            DueWorkRunner due,
            PlatformSettings settings) {
        this.clock = clock;
        this.organisation = organisation;
        this.counts = counts;
        this.series = series;
        this.streams = streams;
        this.cast = cast;
        this.officers = officers;
        this.field = field;
        this.dispatch = dispatch;
        this.duty = duty;
        this.supervision = supervision;
        this.foresight = foresight;
        this.supplies = supplies;
        this.cooperation = cooperation;
        this.delegation = delegation;
        this.due = due;
        this.chance = new KeyedRandom(settings.seed());
    }

    private interface Action {
        void on(LocalDate day);
    }

    /** @param decision whether a person may take it over */
    private record Phase(String time, boolean decision, Action action) {}

    int count() {
        return phases.size();
    }

    /** Whether a person may take this phase over from the script. */
    boolean decision(int phase) {
        return phases.get(phase).decision();
    }

    /** When a phase of a day happens. */
    Instant time(LocalDate day, int phase) {
        int jitter = chance.below(JITTER_MINUTES, 71, day.toEpochDay(), phase);
        return clock.at(
                day.plusDays(1), LocalTime.parse(phases.get(phase).time()).plusMinutes(jitter));
    }

    /** Does the phase; doing it again changes nothing more. */
    void perform(LocalDate day, int phase) {
        phases.get(phase).action().on(day);
    }

    private void reports(LocalDate day) {
        feed(day, streams.onTime(day, organisation.taskedStreets("")));
    }

    private void lateReports(LocalDate day) {
        feed(day, streams.late(day));
    }

    /** Feeds what has not been stored yet. */
    private void feed(LocalDate day, List<CountEntry> entries) {
        Actor feed = cast.play(Cast.FEED);
        List<String> known = series.reportedCodes(day);
        List<CountEntry> fresh =
                entries.stream().filter(entry -> !known.contains(entry.point())).toList();
        if (!fresh.isEmpty()) {
            Counts.Result result = counts.reportAll(feed, fresh, Channel.REPLAY);
            if (!result.rejected().isEmpty()) {
                throw new IllegalStateException("The published counts were refused: " + result.rejected());
            }
        }
    }

    private LocalDate clockToday() {
        return clock.today();
    }

    private void dispatchMorning() {
        dispatch.morningDropOuts();
        supplies.morning();
    }

    private void dispatchPlanTomorrow() {
        dispatch.planTomorrow();
        supplies.answer();
        supplies.transfers();
        supplies.requisition();
        cooperation.dutyOfficer();
        delegation.propose();
    }

    private void dispatchAnswers(LocalDate day) {
        dispatch.answers(day);
        if (day.equals(clock.today())) {
            duty.arrive();
        }
    }

    private void officersAnalyst() {
        officers.analyst();
    }

    private void officersDuty() {
        officers.dutyOfficer();
    }

    private void officersSign() {
        officers.signatorySignsWarnings();
        cooperation.sign();
        delegation.sign();
    }

    private void officersDecide() {
        foresight.foresee();
        officers.signatoryReviewsMeasures();
        officers.signatoryDecidesOnPlanAndMeasures();
        supervision.open();
    }

    private void fieldAcknowledge(TaskLevel level) {
        field.acknowledge(level);
        if (level == TaskLevel.COMMUNITY) {
            supervision.factors();
        }
    }

    private void fieldReport(TaskLevel level) {
        field.report(level);
        supervision.act();
    }

    private void fieldStreets() {
        field.judge(TaskLevel.COMMUNITY);
        field.report(TaskLevel.STREET);
        supplies.evening();
        cooperation.units();
    }

    private void fieldDistrict() {
        field.judge(TaskLevel.STREET);
        field.report(TaskLevel.DISTRICT);
        duty.begin();
    }

    private void officersStartMeasures() {
        officers.analystGivesOutcomes();
        officers.dutyOfficerStartsMeasures();
        supervision.decide();
    }

    private void dueWork() {
        duty.leave();
        due.runDue();
    }
}
