package org.tongxin.app.replay.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongxin.app.dispatch.Assignment;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.core.random.KeyedRandom;

/** The scripted duty officer plans shifts; volunteers answer, and some people drop out in the morning. */
@Component
class DispatchScript {

    private static final double VOLUNTEER_FREE = 0.50;
    private static final double POSTED_FREE = 0.85;
    private static final double DECLINES = 0.12;
    private static final double DROPS_OUT = 0.015;
    private static final int ROUNDS = 6;

    private final Cast cast;
    private final DistrictClock clock;
    private final Organisation organisation;
    private final Dispatch dispatch;
    private final DutyScript duty;
    private final KeyedRandom chance;

    DispatchScript(
            Cast cast,
            DistrictClock clock,
            Organisation organisation,
            Dispatch dispatch,
            DutyScript duty,
            PlatformSettings settings) {
        this.cast = cast;
        this.clock = clock;
        this.organisation = organisation;
        this.dispatch = dispatch;
        this.duty = duty;
        this.chance = new KeyedRandom(settings.seed());
    }

    /** Who is not free tomorrow says so, then tomorrow's shift is planned. */
    void planTomorrow() {
        Actor duty = cast.play(Cast.DUTY);
        LocalDate tomorrow = clock.today().plusDays(1);
        if (dispatch.latest(tomorrow).isEmpty()) {
            List<UUID> away = organisation.people("").stream()
                    .filter(person -> !free(person, tomorrow))
                    .map(Person::id)
                    .toList();
            dispatch.unavailable(duty, tomorrow, away);
            dispatch.plan(duty, tomorrow, "tomorrow");
        }
    }

    private boolean free(Person person, LocalDate day) {
        double share = person.kind() == Person.Kind.VOLUNTEER ? VOLUNTEER_FREE : POSTED_FREE;
        return chance.uniform(61, key(person.id()), day.toEpochDay()) < share;
    }

    /** Every volunteer who was asked answers, and so does whoever is asked in place of those who decline. */
    void answers(LocalDate day) {
        Map<UUID, Boolean> comes = answersOfThoseAsked(day);
        for (int round = 0; round < ROUNDS && !comes.isEmpty(); round++) {
            dispatch.answer(cast.play(Cast.DUTY), day, comes);
            comes = answersOfThoseAsked(day);
        }
    }

    /** Who is asked for a dangerous duty hears of its risk first. */
    private Map<UUID, Boolean> answersOfThoseAsked(LocalDate day) {
        duty.readOut(day);
        Map<UUID, Boolean> comes = new HashMap<>();
        for (Assignment assignment : dispatch.assignments(day, "")) {
            if (assignment.state().equals("INVITED")) {
                comes.put(assignment.id(), chance.uniform(62, key(assignment.id())) >= DECLINES);
            }
        }
        return comes;
    }

    /** A few who had confirmed cannot come after all. */
    void morningDropOuts() {
        Map<UUID, Boolean> comes = new HashMap<>();
        LocalDate today = clock.today();
        for (Assignment assignment : dispatch.assignments(today, "")) {
            boolean settled = assignment.state().equals("CONFIRMED");
            if (settled && chance.uniform(63, key(assignment.id())) < DROPS_OUT) {
                comes.put(assignment.id(), false);
            }
        }
        if (!comes.isEmpty()) {
            dispatch.answer(cast.play(Cast.DUTY), today, comes);
        }
    }

    private static long key(UUID id) {
        return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    }
}
