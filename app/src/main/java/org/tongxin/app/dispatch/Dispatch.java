package org.tongxin.app.dispatch;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Reason;

/** Plans a shift, takes answers, and knows what is uncovered. */
public interface Dispatch {

    /**
     * A plan as it was stored.
     *
     * @param run 1 for the first plan of the day
     * @param newlyAssigned people assigned who were not, or at another post, before
     * @param totalCost metres and penalties, see {@link PenaltyTable}
     * @param pairs eligible pairs the plan was proved over
     */
    record ShiftPlan(LocalDate day, int run, int newlyAssigned, int gaps, long totalCost, int pairs) {}

    /** How well a territory's posts are covered on a day. */
    record Coverage(int posts, int places, int filled, int gaps) {}

    /** Someone who could stand at a post. @param effect what it would add to the whole plan's cost, in metres and penalties */
    record Option(UUID person, String name, boolean volunteer, int metres, String placedAt, long effect) {}

    /** Someone who could stand at a post but must rest that day. @param why in one sentence */
    record Resting(UUID person, String name, boolean volunteer, int metres, Reason why) {}

    /**
     * Why a post is as it is: what is empty and why, and who could come.
     *
     * @param resting how many could come but for their rest or their weekly limit
     * @param nearestResting the nearest of them
     */
    record Explanation(
            int empty,
            int eligible,
            int elsewhere,
            String reason,
            List<Option> options,
            int resting,
            List<Resting> nearestResting) {}

    /**
     * The plan with one person put to one post.
     *
     * @param option the person, with the effect on the whole plan
     * @param steps who else would go elsewhere
     */
    record WhatIf(Option option, List<PlanRepair.Step> steps, PlanMeasures before, PlanMeasures after) {

        /** Copies the steps. */
        public WhatIf {
            steps = List.copyOf(steps);
        }
    }

    /** Plans the day's shift for every post that must be covered, starting from the present plan. */
    Outcome<ShiftPlan> plan(Actor actor, LocalDate day, String reason);

    /** Plans as if nobody had been told anything yet; everybody who goes elsewhere is told anew. */
    Outcome<ShiftPlan> planAfresh(Actor actor, LocalDate day);

    /**
     * Takes volunteers' answers, and unit's replacements of posted staff: {@code false} means that the person cannot come.
     * Whose place is empty then is filled at once by whoever is best for the whole plan. Refused: I-003, D-001, D-003, D-030,
     * D-031, D-035 and D-050 after the end of the shift, D-039 where somebody has come.
     */
    Outcome<Integer> answer(Actor actor, LocalDate day, Map<UUID, Boolean> comes);

    /**
     * Notes who is not free on a day, for whatever reason; it is forgotten with the shift. Whoever has come keeps their place and
     * is not noted. Refused: I-003, D-001, D-039 where all have come, D-050 after the end of the shift.
     *
     * @return how many were noted
     */
    Outcome<Integer> unavailable(Actor actor, LocalDate day, Collection<UUID> people);

    List<Assignment> assignments(LocalDate day, String territory);

    /** Open gaps of the territory, oldest first. */
    List<Gap> openGaps(String territory);

    /** All gaps of the territory, newest first. */
    List<Gap> gaps(String territory, int limit);

    Coverage coverage(LocalDate day, String territory);

    /** Likewise by the path of the street; a street without posts in that shift is absent. */
    Map<String, Coverage> coverageByStreet(LocalDate day, String territory);

    /** The newest plan of a day. */
    Optional<ShiftPlan> latest(LocalDate day);

    /** Explains a post with up to {@code limit} ranked candidates. */
    Optional<Explanation> explain(LocalDate day, UUID post, String territory, int limit);

    /** The plan in force beside other ways to fill the posts; empty when none has to be staffed. */
    Optional<PlanComparison> compare(LocalDate day);

    /** How empty places were filled again, newest first. @param post only of this post, or {@code null} for all */
    List<PlanRepair> repairs(LocalDate day, String territory, @Nullable UUID post, int limit);

    /**
     * What would happen to the whole plan if this person stood at this post; nothing is changed.
     *
     * @return refused when the post is not staffed, or the person may not stand there
     */
    Outcome<WhatIf> whatIf(Actor actor, LocalDate day, UUID post, UUID person);

    /**
     * Keeps a decision: this person here ({@code fixed}), or not here; all others are placed anew around it. A volunteer who is
     * fixed is asked and may decline as ever.
     */
    Outcome<ShiftPlan> choose(Actor actor, LocalDate day, UUID post, UUID person, boolean fixed);

    /** Takes a decision back. */
    Outcome<ShiftPlan> release(Actor actor, LocalDate day, UUID post, UUID person);

    /** Decisions in force for the territory's posts. */
    List<ShiftChoice> choices(LocalDate day, String territory);
}
