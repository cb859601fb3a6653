package org.tongxin.app.dispatch.duty;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;

/**
 * Slows down the guessing of codes. In memory only, since a wrong code is nothing to keep; only people who are expected
 * at a post get here, so it stays small. Thread-safe.
 */
@Component
class WrongCodes {

    private final DistrictClock clock;
    private final DutySettings settings;
    private final Map<Try, Deque<Instant>> tries = new ConcurrentHashMap<>();

    /** What a code opens. Each has a count of its own: a right code at one door says nothing about tries at another. */
    enum Door {
        POST,
        SWAP
    }

    private record Try(Door door, UUID person) {}

    WrongCodes(DistrictClock clock, DutySettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /** Counts a try as wrong before it is looked at, so that many at once are no more than one by one. */
    boolean begin(Door door, UUID person) {
        boolean[] allowed = {false};
        tries.compute(new Try(door, person), (id, known) -> {
            Deque<Instant> recent = recent(known);
            allowed[0] = recent.size() < settings.wrongCodes();
            if (allowed[0]) {
                recent.addLast(clock.now());
            }
            return recent;
        });
        return allowed[0];
    }

    private Deque<Instant> recent(@org.jspecify.annotations.Nullable Deque<Instant> known) {
        Deque<Instant> recent = known == null ? new ArrayDeque<>() : known;
        Instant from = clock.now().minus(settings.wrongCodesFor());
        recent.removeIf(at -> !at.isAfter(from) || at.isAfter(clock.now()));
        return recent;
    }

    /** How many tries are left now. */
    int left(Door door, UUID person) {
        int[] left = {settings.wrongCodes()};
        tries.computeIfPresent(new Try(door, person), (id, known) -> {
            left[0] -= recent(known).size();
            return known;
        });
        return left[0];
    }

    void succeeded(Door door, UUID person) {
        tries.remove(new Try(door, person));
    }

    /** Forgets what no longer counts. */
    void forget() {
        tries.keySet()
                .forEach(each -> tries.computeIfPresent(each, (id, known) -> {
                    Deque<Instant> recent = recent(known);
                    return recent.isEmpty() ? null : recent;
                }));
    }
}
