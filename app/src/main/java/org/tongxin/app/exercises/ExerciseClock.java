package org.tongxin.app.exercises;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The time by which the minutes of an exercise are counted: real time, also while a replay holds the district's clock or lets
 * it jump. People sit at a table and answer by their watches; a district's day that passes in a second must not make them
 * late, nor one that stands still keep the next call from them. Days and what is shown as a date stay the district's.
 * Thread-safe.
 */
@Component
class ExerciseClock {

    private volatile @Nullable Instant held;

    Instant now() {
        Instant test = held;
        return test == null ? Clock.systemUTC().instant() : test;
    }

    /** For tests only; {@code null} goes back to real time. */
    void holdAt(@Nullable Instant instant) {
        held = instant;
    }
}
