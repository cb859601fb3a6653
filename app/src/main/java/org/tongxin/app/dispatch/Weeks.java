package org.tongxin.app.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Outcome;

/** Plans a street's shifts for seven days at once, shows what is known of how good the plan is, and publishes it. Thread-safe. */
public interface Weeks {

    /** From tomorrow on. */
    int DAYS = 7;

    /**
     * A week as it was solved.
     *
     * @param total metres and prices, see {@link PenaltyTable}
     * @param bound no plan over the same pairs has a lower total
     * @param engine what found it
     * @param slots places of all posts and days
     * @param kept of them, given before
     * @param filled of them, given by this plan
     * @param publishedAt or {@code null} while nobody was told
     */
    record Week(
            UUID id,
            String streetPath,
            LocalDate firstDay,
            Instant plannedAt,
            String plannedBy,
            long total,
            long bound,
            String engine,
            int slots,
            int kept,
            int filled,
            @Nullable Instant publishedAt,
            @Nullable String publishedBy) {

        /** Whether no plan is better. */
        public boolean proved() {
            return bound == total;
        }

        /** How far the best plan can be below this one, in thousandths of this one, rounded up. */
        public long gapPerMille() {
            return total == 0 ? 0 : Math.ceilDiv(1_000 * (total - bound), total);
        }

        public int empty() {
            return slots - kept - filled;
        }
    }

    /** Somebody at a post on a day. @param state {@code DRAFT}, or as the assignment has it */
    record Place(LocalDate day, UUID postId, UUID personId, String name, boolean volunteer, int metres, String state) {}

    /**
     * Places of a post that stay empty on a day, and what keeps those who could come.
     *
     * @param belowMinimum of them, below the minimum
     * @param listed people who may stand there; the others add up to it
     * @param busy have another post that day
     * @param resting must rest between two days
     * @param fullWeek have all the shifts of their week
     * @param dear would cost more than the empty place
     */
    record Missing(
            LocalDate day,
            UUID postId,
            int missing,
            int belowMinimum,
            int listed,
            int busy,
            int resting,
            int fullWeek,
            int dear) {}

    /**
     * Solves the week from tomorrow on and keeps it as the street's draft, in place of an earlier draft. What people have been told
     * stays. Refused: I-003, D-057 where no post has to be covered, D-058 where the hours leave no rest.
     */
    Outcome<Week> plan(Actor actor, String street);

    Optional<Week> findDraft(String street);

    /** The week published last for days still to come. */
    Optional<Week> findPublished(String street);

    /** Of a draft, who would come; of a published week, who was asked and has not declined. */
    List<Place> places(Week week);

    List<Missing> missing(Week week);

    /**
     * Asks everybody of a draft: a volunteer may decline as ever. From then on the daily plans keep to it, since moving somebody who
     * was told costs. Refused: I-003, D-059 where it is no draft any more or begins too early, D-060 where something no longer holds.
     *
     * @return how many places were given
     */
    Outcome<Integer> publish(Actor actor, UUID week);
}
