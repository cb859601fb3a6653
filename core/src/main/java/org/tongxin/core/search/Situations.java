package org.tongxin.core.search;

import java.util.ArrayList;
import java.util.List;
import org.tongxin.core.epidemic.Model;

/**
 * What may be the case now: one situation, or several of equal weight, such as draws from a posterior. Run number i is in
 * situation i modulo their number, under every policy alike. Immutable.
 *
 * @param models 1 .. {@value #MOST}, each with what the district has and does so far; their rules are replaced by a policy's
 */
public record Situations(List<Model> models) {

    /** Most situations; each comparison runs all of them. */
    public static final int MOST = 64;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException when there are none or too many
     */
    public Situations {
        models = List.copyOf(models);
        if (models.isEmpty() || models.size() > MOST) {
            throw new IllegalArgumentException("The number of situations (" + models.size() + ") must lie in 1.." + MOST
                    + "; draw some of them by weight.");
        }
    }

    /** One situation. */
    public static Situations of(Model model) {
        return new Situations(List.of(model));
    }

    /**
     * Some of many situations, drawn by weight: systematically, at the middle of equal parts of all weight, so that a situation
     * with a share w of the weight is there w times {@code number} times, rounded up or down.
     *
     * @param models any number
     * @param weights of each, 0 or more, not all 0
     * @param number 1 .. {@value #MOST}
     */
    public static Situations drawn(List<Model> models, List<Double> weights, int number) {
        double all = weights.stream().mapToDouble(Double::doubleValue).sum();
        boolean fine = models.size() == weights.size()
                && weights.stream().allMatch(each -> each >= 0)
                && all > 0
                && all < Double.POSITIVE_INFINITY;
        if (!fine) {
            throw new IllegalArgumentException("The weights (" + weights + ") of " + models.size()
                    + " situations must be as many, 0 or more, and not all 0.");
        }
        List<Model> drawn = new ArrayList<>();
        double upTo = 0;
        for (int i = 0; i < models.size(); i++) {
            upTo += weights.get(i) / all;
            while (drawn.size() < number && (drawn.size() + 0.5) / number < upTo) {
                drawn.add(models.get(i));
            }
        }
        return new Situations(drawn);
    }

    /** The smallest multiple of the number of situations that is not below a number. */
    int wholeRounds(int number) {
        int size = models.size();
        return (number + size - 1) / size * size;
    }
}
