package org.tongxin.cli;

import java.util.List;
import org.tongxin.core.detection.BayesMethod;
import org.tongxin.core.detection.CusumMethod;
import org.tongxin.core.detection.DetectionMethod;
import org.tongxin.core.detection.EarsDetection;
import org.tongxin.core.detection.EarsMethod;
import org.tongxin.core.detection.EarsSettings;
import org.tongxin.core.detection.Farrington1996;
import org.tongxin.core.detection.FarringtonFlexible;
import org.tongxin.core.detection.FarringtonSettings;
import org.tongxin.core.detection.FarringtonSettings.Threshold;
import org.tongxin.core.detection.FarringtonSettings.TrendDispersion;
import org.tongxin.core.detection.LikelihoodRatio;
import org.tongxin.core.detection.RkiMethod;

/** Methods by the names, keys and defaults of the R package surveillance. */
final class DetectionMethods {

    static final List<String> NAMES =
            List.of("earsC", "farringtonFlexible", "farrington", "bayes", "rki", "cusum", "glrpois", "glrnb");

    private static final int RECENT_CASES = 5;
    private static final int RECENT_POINTS = 4;

    private final ControlText control;
    private final TrendDispersion dispersion;

    /** @param dispersion for farringtonFlexible: the reference's own, or the corrected one */
    DetectionMethods(ControlText control, TrendDispersion dispersion) {
        this.control = control;
        this.dispersion = dispersion;
    }

    DetectionMethod named(String name) {
        return switch (name) {
            case "earsC" -> ears();
            case "farringtonFlexible" -> farringtonFlexible();
            case "farrington" -> farrington();
            case "bayes" -> bayes();
            case "rki" -> rki();
            case "cusum" -> cusum();
            case "glrpois" -> poissonRatio();
            case "glrnb" -> negativeBinomialRatio();
            default -> throw new BadInput("--method (" + name + ") must be one of " + String.join(", ", NAMES) + ".");
        };
    }

    private DetectionMethod ears() {
        EarsMethod method = switch (control.text("method").orElse("C1")) {
            case "C1" -> EarsMethod.C1;
            case "C2" -> EarsMethod.C2;
            case "C3" -> EarsMethod.C3;
            default -> throw control.refused("method", "must be C1, C2 or C3");
        };
        EarsSettings defaults = EarsSettings.defaultsFor(method);
        return new EarsDetection(
                method,
                new EarsSettings(
                        control.whole("baseline", defaults.baseline()),
                        control.number("alpha", defaults.alpha()),
                        control.number("minSigma", defaults.minSigma())));
    }

    private DetectionMethod farringtonFlexible() {
        int halfWindow = control.whole("w", 3);
        return new FarringtonFlexible(new FarringtonSettings(
                control.whole("b", 5),
                halfWindow,
                control.whole("noPeriods", 1),
                control.whole("pastWeeksNotIncluded", halfWindow),
                control.flag("reweight", true),
                control.number("weightsThreshold", 2.58),
                control.flag("trend", true),
                control.number("pThresholdTrend", 0.05),
                control.flag("populationOffset", false),
                control.number("alpha", 0.05),
                threshold(),
                limit54(0, RECENT_CASES),
                limit54(1, RECENT_POINTS),
                dispersion));
    }

    private Threshold threshold() {
        String power = control.text("powertrans").orElse("2/3");
        return switch (control.text("thresholdMethod").orElse("delta")) {
            case "delta" -> delta(power);
            case "nbPlugin" -> Threshold.NEGATIVE_BINOMIAL;
            case "muan" -> Threshold.NEGATIVE_BINOMIAL_UPPER_MEAN;
            default -> throw control.refused("thresholdMethod", "must be delta, nbPlugin or muan");
        };
    }

    private Threshold delta(String power) {
        return switch (power) {
            case "2/3" -> Threshold.DELTA_TWO_THIRDS;
            case "1/2" -> Threshold.DELTA_SQUARE_ROOT;
            case "none", "1" -> Threshold.DELTA_NONE;
            default -> throw control.refused("powertrans", "must be 2/3, 1/2 or none");
        };
    }

    /** Cases, then points. */
    private int limit54(int part, int otherwise) {
        return control.list("limit54", 2)
                .map(list -> control.whole("limit54", list.get(part)))
                .orElse(otherwise);
    }

    private DetectionMethod farrington() {
        control.only("powertrans", "2/3");
        return new Farrington1996(
                control.whole("b", 3),
                control.whole("w", 3),
                control.number("alpha", 0.05),
                control.flag("reweight", true),
                control.flag("trend", true),
                limit54(0, RECENT_CASES),
                limit54(1, RECENT_POINTS));
    }

    private DetectionMethod bayes() {
        return new BayesMethod(
                control.whole("b", 0),
                control.whole("w", 6),
                control.flag("actY", true),
                control.number("alpha", 0.05));
    }

    private DetectionMethod rki() {
        return new RkiMethod(control.whole("b", 0), control.whole("w", 6), control.flag("actY", true));
    }

    private DetectionMethod cusum() {
        control.only("m", "NULL");
        CusumMethod.Transformation transformation =
                switch (control.text("trans").orElse("standard")) {
                    case "standard" -> CusumMethod.Transformation.STANDARD;
                    case "rossi" -> CusumMethod.Transformation.ROSSI;
                    default -> throw control.refused("trans", "must be standard or rossi");
                };
        return new CusumMethod(transformation, control.number("k", 1.04), control.number("h", 2.26), false);
    }

    private DetectionMethod poissonRatio() {
        onlyInterceptsRising();
        return new LikelihoodRatio(
                LikelihoodRatio.Family.POISSON, control.number("c.ARL", 5), control.whole("S", 1), false);
    }

    private DetectionMethod negativeBinomialRatio() {
        onlyInterceptsRising();
        control.only("alpha", "NULL");
        List<String> mean = control.list("mu0", 2).orElse(List.of("1", "FALSE"));
        return new LikelihoodRatio(
                LikelihoodRatio.Family.NEGATIVE_BINOMIAL,
                control.number("c.ARL", 5),
                control.whole("mu0", mean.get(0)),
                control.flag("mu0", mean.get(1)));
    }

    private void onlyInterceptsRising() {
        control.only("Mtilde", "1");
        control.only("M", "-1");
        control.only("change", "intercept");
        control.only("dir", "inc");
        control.only("ret", "value");
    }
}
