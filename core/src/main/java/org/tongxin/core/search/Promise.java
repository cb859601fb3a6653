package org.tongxin.core.search;

/**
 * What is promised of the choice, and whether the conditions were met.
 *
 * <p>With the stated probability at least: if one policy is better than every other by the indifference, in the mean of the
 * criterion over the situations given, it was chosen; and if a less restrictive policy was preferred to the one that the
 * selection found, it is worse by the indifference at most. The promise is about the candidates admitted, the model and the
 * situations as given, and rests on means of runs being about normal.
 *
 * @param confidence least probability
 * @param indifference smallest difference that matters, in units of the criterion
 * @param decided whether the selection came to its end; if not, nothing is promised
 * @param selected name of the policy that the selection found before restrictiveness was looked at
 * @param notToldApart candidates that the selection did not tell apart from it
 * @param skewness see {@link Selection#skewness()}
 */
public record Promise(
        double confidence, double indifference, boolean decided, String selected, int notToldApart, double skewness) {

    /** Standard errors beyond which a largest skewness is not what normal observations would show: about 1 in 10,000. */
    private static final double DOUBTFUL = 4;

    /** Whether differences were so skewed that the probability should be taken as approximate; larger batches help. */
    public boolean normalityDoubtful() {
        return skewness > DOUBTFUL;
    }
}
