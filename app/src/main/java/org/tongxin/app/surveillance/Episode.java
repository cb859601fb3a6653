package org.tongxin.app.surveillance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Alarms of neighbouring places and days that are one matter.
 *
 * @param number given in the order of opening, never again
 * @param smallestP the rarest of its parts; {@code null} where none has a probability
 * @param notifiedWeek ISO week whose budget it used; {@code null} where it used none
 * @param owner login of the post that took it over
 * @param closedBy login of who gave the outcome
 * @param snoozedUntil not asked about again before the day after this
 * @param mergedInto number of the episode that it turned out to be part of
 * @param places different places among its parts
 * @param placeName the place of its first part
 */
public record Episode(
        UUID id,
        int number,
        EpisodeState state,
        Instant openedAt,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable Double smallestP,
        @Nullable Instant notifiedAt,
        @Nullable String notifiedWeek,
        @Nullable String owner,
        @Nullable Instant takenAt,
        @Nullable EpisodeOutcome outcome,
        @Nullable String outcomeReason,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        @Nullable LocalDate snoozedUntil,
        @Nullable String snoozeReason,
        @Nullable Integer mergedInto,
        UUID eventId,
        int version,
        int parts,
        int places,
        String placeName,
        String placeNameEn) {

    /** From the moment it is put to the desk to the first look. Suggested value. */
    public static final Duration FIRST_LOOK = Duration.ofHours(2);

    /** From taking over to an outcome. Suggested value. */
    public static final Duration OUTCOME = Duration.ofHours(24);

    /** {@code E-031}. */
    public static String label(int number) {
        return String.format(Locale.ROOT, "E-%03d", number);
    }

    public String label() {
        return label(number);
    }

    /** Label of the episode that it turned out to be part of; {@code null} where it was not merged. */
    public @Nullable String mergedLabel() {
        return mergedInto == null ? null : label(mergedInto);
    }

    public boolean open() {
        return state == EpisodeState.WAITING || state == EpisodeState.NOTIFIED;
    }

    public boolean snoozed(LocalDate today) {
        return snoozedUntil != null && !today.isAfter(snoozedUntil);
    }

    /** When the next step is due: the outcome once it is taken over, before that the first look; {@code null} for none. */
    public @Nullable Instant due() {
        if (state != EpisodeState.NOTIFIED) {
            return null;
        }
        Instant taken = takenAt;
        Instant notified = notifiedAt;
        if (taken != null) {
            return taken.plus(OUTCOME);
        }
        return notified == null ? null : notified.plus(FIRST_LOOK);
    }
}
