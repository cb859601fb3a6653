package org.tongxin.app.replay.internal;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tongxin.app.dispatch.duty.ScriptedPresence;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;

/** The scripted people hear the risks of their duties, come to their posts and leave them. */
@Component
class DutyScript {

    private final Cast cast;
    private final DistrictClock clock;
    private final ScriptedPresence presence;

    DutyScript(Cast cast, DistrictClock clock, ScriptedPresence presence) {
        this.cast = cast;
        this.clock = clock;
        this.presence = presence;
    }

    /** Before answers are taken by telephone. */
    void readOut(LocalDate day) {
        presence.readOut(script(), day);
    }

    void arrive() {
        presence.arrive(script(), clock.today());
    }

    /** Services online, in the evening. */
    void begin() {
        presence.begin(script(), clock.today());
    }

    void leave() {
        begin();
        presence.leave(script(), clock.today());
    }

    private Actor script() {
        return cast.play(Cast.COMMUNITIES);
    }
}
