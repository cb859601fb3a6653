package org.tongxin.app.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.dispatch.Gap;
import org.tongxin.app.plans.Measure;
import org.tongxin.app.plans.Measures;
import org.tongxin.app.plans.Plans;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.surveillance.Episode;
import org.tongxin.app.surveillance.Episodes;
import org.tongxin.app.warning.AreaRating;
import org.tongxin.app.warning.Ratings;
import org.tongxin.app.warning.Warning;
import org.tongxin.app.warning.WarningState;
import org.tongxin.app.warning.Warnings;
import org.tongxin.app.warning.risk.IncidentReports;

/** Gathers what waits for a decision, most urgent first. The times allowed are suggested values. */
@Component
class Decisions {

    private static final Duration WARNING = Duration.ofHours(2);
    private static final Duration PLAN = Duration.ofHours(2);
    private static final Duration GAP = Duration.ofHours(4);

    /** How long before it is due a review is asked for. */
    private static final Duration REVIEW = Duration.ofHours(24);

    /** How long the signatory is told that a measure was stopped unreviewed. */
    private static final Duration TOLD = Duration.ofHours(72);

    /** Days beyond which a rarity is no longer told apart. */
    private static final double RAREST = 10_000;

    private final Episodes episodes;
    private final DistrictClock clock;
    private final Ratings ratings;
    private final Warnings warnings;
    private final Plans plans;
    private final Measures measures;
    private final Dispatch dispatch;
    private final IncidentReports reports;

    Decisions(
            Episodes episodes,
            DistrictClock clock,
            Ratings ratings,
            Warnings warnings,
            Plans plans,
            Measures measures,
            Dispatch dispatch,
            IncidentReports reports) {
        this.reports = reports;
        this.episodes = episodes;
        this.clock = clock;
        this.ratings = ratings;
        this.warnings = warnings;
        this.plans = plans;
        this.measures = measures;
        this.dispatch = dispatch;
    }

    List<Decision> list(String territory) {
        List<Decision> decisions = new ArrayList<>();
        warnings(WarningState.SUBMITTED, "sign", "SIGNATORY", territory, decisions);
        plans.openAdvice()
                .ifPresent(advice -> decisions.add(new Decision(
                        "mode",
                        List.of(advice.mode().name()),
                        advice.reasons(),
                        "SIGNATORY",
                        advice.advisedAt().plus(PLAN),
                        "/plans/activation")));
        warnings(WarningState.PROPOSED, "submit", "DUTY_OFFICER", territory, decisions);
        warnings(WarningState.DRAFT, "propose", "CDC_ANALYST", territory, decisions);
        reports(territory, decisions);
        measures(territory, decisions);
        gaps(territory, decisions);
        episodes(territory, decisions);
        return decisions;
    }

    private void warnings(WarningState state, String question, String who, String territory, List<Decision> decisions) {
        for (Warning warning : warnings.list(state, territory)) {
            List<Reason> why = ratings.find(warning.ratingId(), territory)
                    .map(AreaRating::reasons)
                    .orElse(List.of());
            decisions.add(new Decision(
                    question,
                    List.of(
                            name(warning.areaName(), warning.areaNameEn()),
                            warning.level().name()),
                    why,
                    who,
                    warning.draftedAt().plus(WARNING),
                    "/warnings/" + warning.id()));
        }
    }

    private void measures(String territory, List<Decision> decisions) {
        for (Measure measure : measures.list(territory)) {
            if (measure.state().equals("DECIDED")) {
                decisions.add(new Decision(
                        "measure",
                        List.of(name(measure.areaName(), measure.areaNameEn()), measure.kind()),
                        List.of(Reason.of("supportFilled", measure.support().size())),
                        "DUTY_OFFICER",
                        measure.startsAt(),
                        "/measures/" + measure.id()));
            }
            Instant due = measure.reviewDueAt();
            if (measure.awaitsReview()
                    && due != null
                    && due.isBefore(clock.now().plus(REVIEW))) {
                decisions.add(review("review", measure, due));
            }
            if (measure.stoppedUnreviewed()
                    && due != null
                    && due.isAfter(clock.now().minus(TOLD))) {
                decisions.add(review("unreviewed", measure, due));
            }
        }
    }

    private static Decision review(String question, Measure measure, Instant due) {
        return new Decision(
                question,
                List.of(name(measure.areaName(), measure.areaNameEn()), measure.kind()),
                List.of(Reason.of("reviewDue", measure.explanation())),
                "SIGNATORY",
                due,
                "/measures/" + measure.id());
    }

    private void gaps(String territory, List<Decision> decisions) {
        for (Gap gap : dispatch.openGaps(territory)) {
            decisions.add(new Decision(
                    "gap",
                    List.of(name(gap.postName(), gap.postNameEn()), String.valueOf(gap.missing())),
                    gap.reasons(),
                    "DUTY_OFFICER",
                    gap.openedAt().plus(GAP),
                    "/dispatch/posts/" + gap.postId() + "?day=" + gap.shiftDay()));
        }
    }

    /** Reports of incidents: the first while its clock runs, the others within a day of being due. */
    private void reports(String territory, List<Decision> decisions) {
        for (IncidentReports.Due due : reports.open(territory)) {
            if (due.at().isBefore(clock.now().plus(REVIEW))) {
                decisions.add(new Decision(
                        "report",
                        List.of(due.incident().number(), due.kind().name()),
                        List.of(Reason.of("incidentTitle", due.incident().title())),
                        "DUTY_OFFICER",
                        due.at(),
                        "/incidents/" + due.incident().id()));
            }
        }
    }

    /** Episodes, not single signals: what belongs together is asked about once, within the week's budget. */
    private void episodes(String territory, List<Decision> decisions) {
        for (Episode episode : episodes.notified(territory, clock.today())) {
            Double p = episode.smallestP();
            decisions.add(new Decision(
                    episode.places() == 1 ? "episodeOne" : "episode",
                    List.of(
                            episode.label(),
                            name(episode.placeName(), episode.placeNameEn()),
                            String.valueOf(episode.places())),
                    List.of(
                            leads(episode),
                            p == null
                                    ? Reason.of("episodeNoRarity")
                                    : Reason.of("episodeRarest", Math.round(Math.min(RAREST, 1 / p)))),
                    "CDC_ANALYST",
                    Objects.requireNonNullElse(episode.due(), episode.openedAt()),
                    "/episodes/" + episode.label()));
        }
    }

    private static Reason leads(Episode episode) {
        return episode.firstDay().equals(episode.lastDay())
                ? Reason.of("episodeLeadsDay", episode.firstDay(), episode.parts(), episode.places())
                : Reason.of("episodeLeads", episode.firstDay(), episode.lastDay(), episode.parts(), episode.places());
    }

    /** A name in the reader's language. */
    static String name(String chinese, String english) {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? english : chinese;
    }
}
