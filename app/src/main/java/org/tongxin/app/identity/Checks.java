package org.tongxin.app.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Refusal;

/** What is asked of everything that is typed about posts and accounts. */
@Component
class Checks {

    /** A form names a minute, and takes a moment to be read. */
    private static final Duration WHILE_ASKED = Duration.ofMinutes(1);

    private static final int NAME = 40;
    private static final int REASON = 200;
    private static final int NOTE = 500;
    /** Suggested value: a post is looked at once a year. */
    private static final int LONGEST_DAYS = 366;

    private final DistrictClock clock;
    private final IdentitySettings settings;
    private final List<Places> places;

    Checks(DistrictClock clock, IdentitySettings settings, List<Places> places) {
        this.clock = clock;
        this.settings = settings;
        this.places = List.copyOf(places);
    }

    /** I-018. */
    Optional<Refusal> name(String name) {
        return refusedIf(name.isBlank() || name.length() > NAME, "I-018", name.length(), NAME);
    }

    /** I-033. */
    Optional<Refusal> title(String title) {
        return refusedIf(title.isBlank() || title.length() > NAME, "I-033", title.length(), NAME);
    }

    /** I-020, I-021. */
    Optional<Refusal> reason(String reason) {
        return refusedIf(reason.isBlank() || reason.length() > REASON, "I-020", reason.length(), REASON)
                .or(() -> personal(reason));
    }

    /** I-021, I-022; a note may be empty. */
    Optional<Refusal> note(String note) {
        return refusedIf(note.length() > NOTE, "I-022", note.length(), NOTE).or(() -> personal(note));
    }

    private static Optional<Refusal> personal(String text) {
        return PersonalData.find(text).map(kind -> Refusal.of("I-021", kind));
    }

    /** I-017: the area is not known or not below the territory. */
    Optional<Refusal> area(Actor by, String path) {
        boolean known = path.equals(settings.district())
                || places.stream().anyMatch(each -> each.find(List.of(path)).containsKey(path));
        return refusedIf(!known || !by.covers(path), "I-017", path, by.territory());
    }

    /**
     * I-019: the end is not after the beginning, or more than a year away; I-027: the beginning is past. Now is now, though the clock
     * went on while the form was on its way.
     */
    Optional<Refusal> term(Instant from, Instant until) {
        Instant last = from.plus(Duration.ofDays(LONGEST_DAYS));
        Instant now = clock.now();
        return refusedIf(from.isBefore(now.minus(WHILE_ASKED)), "I-027", from, now)
                .or(() -> refusedIf(
                        !until.isAfter(from) || until.isAfter(last),
                        "I-019",
                        clock.dayOf(until),
                        clock.dayOf(from),
                        clock.dayOf(last)));
    }

    static Optional<Refusal> refusedIf(boolean wrong, String code, Object... arguments) {
        return wrong ? Optional.of(Refusal.of(code, arguments)) : Optional.empty();
    }
}
