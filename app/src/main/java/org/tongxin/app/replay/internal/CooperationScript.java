package org.tongxin.app.replay.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tongxin.app.cooperation.FollowUps;
import org.tongxin.app.cooperation.UnitAnswer;
import org.tongxin.app.cooperation.UnitAnswers;
import org.tongxin.app.cooperation.UnitRequest;
import org.tongxin.app.cooperation.UnitRequests;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.replay.internal.UnitsScenario.Stationed;
import org.tongxin.app.resources.Goods;

/**
 * The scripted requests to member units, one in each state: the duty officer drafts, whoever has to signs a day later, and
 * the units say what the table says. One waits for the university's own desk, one for the signatory. A repeated phase does
 * nothing twice.
 */
@Component
class CooperationScript {

    private static final int ALL = 1_000;
    private static final Duration WANTED = Duration.ofDays(21);
    private static final int REMINDED_AFTER = 4;
    private static final long MASKS = 2_000;

    /** What happens to a request; the texts stand under {@code script.request.<name>}. */
    private enum Plan {
        COUNSELLING(Stationed.UNIVERSITY, 10, UnitAnswer.Kind.AGREES),
        NURSES(Stationed.HOSPITAL, 11, UnitAnswer.Kind.PARTLY),
        FREIGHT(Stationed.AIRLINE, 12, UnitAnswer.Kind.ASKS),
        TRUCKS(Stationed.GARRISON, 13, null),
        MASKS(Stationed.BIOTECH, 14, UnitAnswer.Kind.AGREES),
        STORE(Stationed.STATE_FIRM, 15, UnitAnswer.Kind.DECLINES),
        DORMITORY(Stationed.UNIVERSITY, 16, null),
        BEDS(Stationed.HOSPITAL, 17, null);

        private final Stationed unit;
        private final LocalDate day;
        private final UnitAnswer.@Nullable Kind answer;

        Plan(Stationed unit, int dayOfMarch, UnitAnswer.@Nullable Kind answer) {
            this.unit = unit;
            this.day = LocalDate.of(2022, 3, dayOfMarch);
            this.answer = answer;
        }
    }

    private final Cast cast;
    private final DistrictClock clock;
    private final UnitsScenario units;
    private final UnitRequests requests;
    private final UnitAnswers answers;
    private final FollowUps followUps;
    private final MessageSource messages;

    CooperationScript(
            Cast cast,
            DistrictClock clock,
            UnitsScenario units,
            UnitRequests requests,
            UnitAnswers answers,
            FollowUps followUps,
            MessageSource messages) {
        this.cast = cast;
        this.clock = clock;
        this.units = units;
        this.requests = requests;
        this.answers = answers;
        this.followUps = followUps;
        this.messages = messages;
    }

    /** The duty officer drafts what the day brings, reminds once, answers a question, writes down what was agreed. */
    void dutyOfficer() {
        Actor duty = cast.play(Cast.DUTY);
        for (Plan plan : Plan.values()) {
            Optional<UnitRequest> known = find(duty, plan);
            if (known.isEmpty() && !clock.today().isBefore(plan.day)) {
                draft(duty, plan);
            } else if (known.isPresent() && known.get().state() == UnitRequest.State.SENT) {
                goOn(duty, plan, known.get());
            }
        }
    }

    private void draft(Actor duty, Plan plan) {
        requests.draft(
                        duty,
                        units.id(plan.unit),
                        new UnitRequests.Draft(
                                text(plan, "asked"),
                                text(plan, "why"),
                                messages.getMessage("script.request.basis", null, Locale.SIMPLIFIED_CHINESE),
                                clock.now().plus(WANTED),
                                messages.getMessage("script.request.contact", null, Locale.SIMPLIFIED_CHINESE)))
                .orThrow();
    }

    private void goOn(Actor duty, Plan plan, UnitRequest request) {
        UnitAnswer answer = request.answer();
        if (plan == Plan.TRUCKS && !clock.today().isBefore(plan.day.plusDays(REMINDED_AFTER))) {
            requests.remind(duty, request.id(), request.version());
        } else if (plan == Plan.FREIGHT && answer != null && answer.reply() == null) {
            requests.reply(duty, request.id(), text(plan, "reply"), request.version());
        } else if (answer != null && followUps.of(request.id()).isEmpty()) {
            if (plan == Plan.COUNSELLING) {
                followUps.link(duty, request.id(), FollowUps.Kind.POST, text(plan, "reference"), request.version());
            } else if (plan == Plan.MASKS) {
                followUps.offer(duty, request.id(), new Goods("MASK", MASKS, null), request.version());
            }
        }
    }

    /** Each signs what lies with them, one day after it was drafted; the last draft is left to a visitor. */
    void sign() {
        sign(cast.play(Cast.DUTY));
        sign(cast.play(Cast.SIGNATORY));
    }

    private void sign(Actor actor) {
        for (Plan plan : Plan.values()) {
            find(actor, plan)
                    .filter(request -> plan != Plan.BEDS
                            && request.state() == UnitRequest.State.DRAFT
                            && request.signer() == actor.role())
                    .ifPresent(request -> requests.send(actor, request.id(), request.version()));
        }
    }

    /** The units say what the table says. */
    void units() {
        Actor desk = cast.play(Cast.UNITS);
        List<UnitRequest> asked = answers.asked(desk, false, null).rows();
        for (Plan plan : Plan.values()) {
            UnitAnswer.Kind kind = plan.answer;
            if (kind != null) {
                asked.stream()
                        .filter(request -> request.asked().equals(text(plan, "asked")))
                        .forEach(request ->
                                answers.answer(desk, request.id(), kind, text(plan, "answer"), request.version()));
            }
        }
    }

    private Optional<UnitRequest> find(Actor actor, Plan plan) {
        return requests.list(actor, ALL).stream()
                .filter(request -> request.asked().equals(text(plan, "asked")))
                .findFirst();
    }

    private String text(Plan plan, String part) {
        return messages.getMessage("script.request." + plan + '.' + part, null, Locale.SIMPLIFIED_CHINESE);
    }
}
