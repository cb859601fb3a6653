package org.tongxin.core.allocation;

/**
 * What one post needs in one shift. A need is never a hard rule: an empty place has a price, so that there is always a
 * plan, and the plan says what is missing. Immutable and safe for use by several threads.
 *
 * @param places people wanted, 0 .. {@value #MAX_PLACES}
 * @param minimum how many of them must not be missing, 0 .. places
 * @param emptyMinimumPenalty price of each empty place among the first {@code minimum}, from {@code emptyPenalty} to
 *     {@link PeopleProblem#MAX_COST}
 * @param emptyPenalty price of each empty place above the minimum, 0 or more
 */
public record PostNeed(int places, int minimum, long emptyMinimumPenalty, long emptyPenalty) {

    /** Largest number of places of one post. */
    public static final int MAX_PLACES = 1_000_000;

    /** @throws IllegalArgumentException when a value is outside its range; the message names it */
    public PostNeed {
        require(places >= 0 && places <= MAX_PLACES, "places", places, "lie in 0.." + MAX_PLACES);
        require(minimum >= 0 && minimum <= places, "minimum", minimum, "lie in 0..places, which is " + places);
        require(emptyPenalty >= 0, "emptyPenalty", emptyPenalty, "not be negative");
        require(
                emptyMinimumPenalty >= emptyPenalty,
                "emptyMinimumPenalty",
                emptyMinimumPenalty,
                "not be below the emptyPenalty, which is " + emptyPenalty
                        + ": the places that must not be missing are the dear ones");
        require(
                emptyMinimumPenalty <= PeopleProblem.MAX_COST,
                "emptyMinimumPenalty",
                emptyMinimumPenalty,
                "not be above " + PeopleProblem.MAX_COST);
    }

    /** A post all of whose empty places cost the same. */
    public static PostNeed of(int places, long emptyPenalty) {
        return new PostNeed(places, 0, emptyPenalty, emptyPenalty);
    }

    /**
     * What filling one more place saves.
     *
     * @param filled places already filled, 0 .. places - 1
     * @throws IllegalArgumentException when no place is left
     */
    public long savingOfNext(int filled) {
        require(filled >= 0 && filled < places, "filled", filled, "lie in 0..places - 1, which is " + (places - 1));
        return filled < minimum ? emptyMinimumPenalty : emptyPenalty;
    }

    /**
     * The price of all places that stay empty.
     *
     * @param filled places filled, 0 .. places
     * @throws IllegalArgumentException when {@code filled} is outside its range
     */
    public long penaltyWhenFilled(int filled) {
        require(filled >= 0 && filled <= places, "filled", filled, "lie in 0..places, which is " + places);
        long emptyMinimum = Math.max(0, minimum - filled);
        long emptyFurther = places - Math.max(minimum, filled);
        return emptyMinimum * emptyMinimumPenalty + emptyFurther * emptyPenalty;
    }

    /**
     * What is needed beside somebody who has taken one of the places for good.
     *
     * @throws IllegalArgumentException when there is no place
     */
    PostNeed withOneTaken() {
        require(places > 0, "places", places, "be positive for one of them to be taken");
        return new PostNeed(places - 1, Math.max(0, minimum - 1), emptyMinimumPenalty, emptyPenalty);
    }

    private static void require(boolean holds, String name, long value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") of a post must " + rule + ".");
        }
    }
}
