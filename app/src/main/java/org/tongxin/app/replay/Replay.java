package org.tongxin.app.replay;

import java.util.Optional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Outcome;

/** Moves the district's clock through March 2022. Thread-safe. */
public interface Replay {

    /** Where it stands; empty while the district is being loaded for the first time, or in operation. */
    Optional<ReplayStatus> status();

    /** Stops before the next phase. */
    Outcome<ReplayState> pause(Actor actor);

    /** Goes on; from {@code WAITING} without the decision that it waited for. */
    Outcome<ReplayState> resume(Actor actor);

    /** Does the rest of the present day and stops. */
    Outcome<ReplayState> step(Actor actor);

    /** Empties the demonstration and begins again. */
    Outcome<ReplayState> startAgain(Actor actor);

    /** Lets scripted persons decide, or waits for people. */
    Outcome<ReplayState> scriptedDuty(Actor actor, boolean on);

    /** Pause after each day, in real seconds from 0 to 600. */
    Outcome<ReplayState> pace(Actor actor, double secondsPerDay);
}
