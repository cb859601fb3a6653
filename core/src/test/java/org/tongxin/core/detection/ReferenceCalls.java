package org.tongxin.core.detection;

import java.util.Map;
import org.tongxin.core.detection.FarringtonSettings.Threshold;
import org.tongxin.core.detection.FarringtonSettings.TrendDispersion;

/** Reads a call of the R package surveillance as one of our methods. */
final class ReferenceCalls {

    private ReferenceCalls() {}

    static DetectionMethod method(String function, Map<String, String> control) {
        return switch (function) {
            case "earsC" -> ears(control);
            case "farringtonFlexible" -> new FarringtonFlexible(flexible(control));
            case "farrington" ->
                new Farrington1996(
                        whole(control, "b", 3), whole(control, "w", 3), real(control, "alpha", 0.05), true, true, 5, 4);
            case "bayes" ->
                new BayesMethod(
                        whole(control, "b", 0),
                        whole(control, "w", 6),
                        flag(control, "actY", true),
                        real(control, "alpha", 0.05));
            case "rki" -> new RkiMethod(whole(control, "b", 0), whole(control, "w", 6), flag(control, "actY", true));
            case "cusum" -> cusum(control);
            case "glrpois" -> LikelihoodRatio.POISSON.withThreshold(real(control, "c.ARL", 5));
            case "glrnb" -> LikelihoodRatio.NEGATIVE_BINOMIAL.withThreshold(real(control, "c.ARL", 5));
            default -> throw new IllegalArgumentException("No method for " + function);
        };
    }

    private static DetectionMethod ears(Map<String, String> control) {
        EarsMethod method = EarsMethod.valueOf(control.get("method"));
        EarsSettings defaults = EarsSettings.defaultsFor(method);
        return new EarsDetection(
                method,
                new EarsSettings(
                        whole(control, "baseline", defaults.baseline()),
                        real(control, "alpha", defaults.alpha()),
                        real(control, "minSigma", defaults.minSigma())));
    }

    private static FarringtonSettings flexible(Map<String, String> control) {
        int halfWindow = whole(control, "w", 3);
        return new FarringtonSettings(
                whole(control, "b", 5),
                halfWindow,
                whole(control, "noPeriods", 1),
                whole(control, "pastWeeksNotIncluded", halfWindow),
                flag(control, "reweight", true),
                real(control, "weightsThreshold", 2.58),
                flag(control, "trend", true),
                real(control, "pThresholdTrend", 0.05),
                flag(control, "populationOffset", false),
                real(control, "alpha", 0.05),
                threshold(control),
                5,
                4,
                TrendDispersion.COMPATIBLE);
    }

    private static Threshold threshold(Map<String, String> control) {
        return switch (control.getOrDefault("thresholdMethod", "delta")) {
            case "nbPlugin" -> Threshold.NEGATIVE_BINOMIAL;
            case "muan" -> Threshold.NEGATIVE_BINOMIAL_UPPER_MEAN;
            default ->
                switch (control.getOrDefault("powertrans", "2/3")) {
                    case "1/2" -> Threshold.DELTA_SQUARE_ROOT;
                    case "none" -> Threshold.DELTA_NONE;
                    default -> Threshold.DELTA_TWO_THIRDS;
                };
        };
    }

    private static DetectionMethod cusum(Map<String, String> control) {
        boolean rossi = control.get("trans").equals("rossi");
        return new CusumMethod(
                rossi ? CusumMethod.Transformation.ROSSI : CusumMethod.Transformation.STANDARD,
                real(control, "k", 1.04),
                real(control, "h", 2.26),
                false);
    }

    private static int whole(Map<String, String> control, String name, int otherwise) {
        return control.containsKey(name) ? Integer.parseInt(control.get(name)) : otherwise;
    }

    private static double real(Map<String, String> control, String name, double otherwise) {
        return control.containsKey(name) ? Double.parseDouble(control.get(name)) : otherwise;
    }

    private static boolean flag(Map<String, String> control, String name, boolean otherwise) {
        return control.containsKey(name) ? control.get(name).equals("TRUE") : otherwise;
    }
}
