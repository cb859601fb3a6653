package org.tongxin.app.plans.complaints;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;

/**
 * Keeps one sender, and all together, from sending more than a number of times in an hour. Addresses are held in memory
 * for that hour and written nowhere. Many residents may share one address, so the number is not small. What comes from this
 * machine itself comes through a proxy that hides who sent it, and is counted among all only. Thread-safe.
 */
@Component
class FloodGate {

    private static final Duration WINDOW = Duration.ofHours(1);

    /** The key under which all of a kind are counted. */
    private static final String EVERYBODY = "";

    private final DistrictClock clock;
    private final ComplaintSettings settings;
    private final Map<String, Deque<Instant>> recent = new HashMap<>();

    FloodGate(DistrictClock clock, ComplaintSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /** Lets a complaint from this address pass, and counts it; {@code false} where there were too many. */
    synchronized boolean passesComplaint(String address) {
        forget();
        Deque<Instant> all = of(EVERYBODY);
        if (all.size() >= settings.perHour() || !passes("complaint ", address)) {
            return false;
        }
        all.addLast(clock.now());
        return true;
    }

    /** Lets a look at an answer pass, and counts it. */
    synchronized boolean passesLook(String address) {
        forget();
        return passes("look ", address);
    }

    private boolean passes(String what, String address) {
        if (isThisMachine(address)) {
            return true;
        }
        Deque<Instant> known = of(what + address);
        if (known.size() >= settings.perAddress()) {
            return false;
        }
        known.addLast(clock.now());
        return true;
    }

    private static boolean isThisMachine(String address) {
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }

    private Deque<Instant> of(String key) {
        return recent.computeIfAbsent(key, unknown -> new ArrayDeque<>());
    }

    /** Forgets what is older than an hour, and what lies ahead because the clock was set back. */
    private void forget() {
        Instant now = clock.now();
        Instant from = now.minus(WINDOW);
        recent.values().forEach(times -> times.removeIf(at -> !at.isAfter(from) || at.isAfter(now)));
        recent.values().removeIf(Deque::isEmpty);
    }
}
