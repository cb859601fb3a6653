package org.tongxin.core.rating;

/**
 * Rates an incident by likelihood and consequence, five by five, with the confidence behind it.
 *
 * <p>The product of the two steps, 1 to 25, decides: from 4 blue, from 8 yellow, from 12 orange, from 20 red; a
 * consequence of 5 is never below yellow. What is unknown counts one step higher than what is assumed, as the European
 * Centre for Disease Prevention and Control does when information is missing; low confidence is shown and changes
 * nothing by itself. Form after WHO, Rapid risk assessment of acute public health events (2012); the bounds are suggested
 * values. An automatic result is a draft: a person decides.
 *
 * @param likelihood 1 very unlikely to 5 almost certain
 * @param consequence 1 minimal to 5 severe
 * @param likelihoodKnown false when it is assumed rather than known
 * @param consequenceKnown false when it is assumed rather than known
 */
public record IncidentMatrix(int likelihood, int consequence, boolean likelihoodKnown, boolean consequenceKnown) {

    private static final int STEPS = 5;

    /** How sure a rating is. */
    public enum Confidence {
        HIGH,
        MODERATE,
        LOW
    }

    /** @throws IllegalArgumentException when a step is outside 1..5 */
    public IncidentMatrix {
        if (likelihood < 1 || likelihood > STEPS || consequence < 1 || consequence > STEPS) {
            throw new IllegalArgumentException(
                    "The likelihood (" + likelihood + ") and the consequence (" + consequence + ") must lie in 1..5.");
        }
    }

    /** The step that counts: one higher when it is only assumed, five at most. */
    public int countedLikelihood() {
        return counted(likelihood, likelihoodKnown);
    }

    public int countedConsequence() {
        return counted(consequence, consequenceKnown);
    }

    private static int counted(int step, boolean known) {
        return known ? step : Math.min(STEPS, step + 1);
    }

    public Level level() {
        int product = countedLikelihood() * countedConsequence();
        Level level = product >= 20
                ? Level.RED
                : product >= 12 ? Level.ORANGE : product >= 8 ? Level.YELLOW : product >= 4 ? Level.BLUE : Level.NONE;
        return countedConsequence() == STEPS ? Level.graver(level, Level.YELLOW) : level;
    }

    /** High when both steps are known, low when neither is. */
    public Confidence confidence() {
        if (likelihoodKnown && consequenceKnown) {
            return Confidence.HIGH;
        }
        return likelihoodKnown || consequenceKnown ? Confidence.MODERATE : Confidence.LOW;
    }
}
