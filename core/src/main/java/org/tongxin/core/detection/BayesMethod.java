package org.tongxin.core.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.tongxin.core.statistics.NegativeBinomial;

/**
 * The Bayesian rule of the Robert Koch Institute's old system [1, 2].
 *
 * <p><b>Idea.</b> n comparable counts with the sum S and Jeffreys' prior predict the next count as negative binomial with
 * size S + 1/2 and success probability n / (n + 1); its (1 - alpha) quantile is the bound, above which a count alarms.
 *
 * <p><b>Where it fails.</b> The counts are taken as Poisson with one mean: over-dispersion, season (without earlier years)
 * and past outbreaks are not seen. Missing counts are left out of the comparison.
 *
 * <p>Sources: [1] Riebler: Empirischer Vergleich von statistischen Methoden zur Ausbruchserkennung bei Surveillance Daten, diploma thesis, Munich
 * 2004. [2] Höhle: surveillance: an R package for the monitoring of infectious diseases, Computational Statistics 22
 * (2007) 571-582.
 *
 * @param yearsBack earlier years to compare with, 0 or more
 * @param halfWindow points on both sides of the reference, and before the tested point, 0 or more
 * @param currentYear whether the points just before the tested one count
 * @param alpha nominal probability of a false alarm, above 0 and below 1
 */
public record BayesMethod(int yearsBack, int halfWindow, boolean currentYear, double alpha) implements DetectionMethod {

    /** The six points before, alpha 0.05. */
    public static final BayesMethod DEFAULT = new BayesMethod(0, 6, true, 0.05);

    /** @throws IllegalArgumentException when a value is outside its range or nothing is left to compare with */
    public BayesMethod {
        BaseValues.check(yearsBack, halfWindow, currentYear);
        Checks.probability("alpha", alpha);
    }

    @Override
    public Optional<String> refusal(CountSeries series, int first) {
        return BaseValues.refusal("The Bayesian rule", series, first, yearsBack, halfWindow, currentYear);
    }

    @Override
    public List<Detection> test(CountSeries series, int first, int end) {
        List<Detection> results = new ArrayList<>(end - first);
        for (int index = first; index < end; index++) {
            results.add(testPoint(series, index));
        }
        return Collections.unmodifiableList(results);
    }

    private Detection testPoint(CountSeries series, int index) {
        double[] base = BaseValues.of(series, index, yearsBack, halfWindow, currentYear);
        if (base.length == 0) {
            return Detection.unknown(this, series, index);
        }
        double size = DoubleStream.of(base).sum() + 0.5;
        NegativeBinomial next = NegativeBinomial.ofFailure(size, 1.0 / (base.length + 1));
        return Detection.above(this, series, index, next.upperQuantile(alpha), next.mean());
    }
}
