package org.tongxin.core.epidemic;

/** Presets, each value with its source; to be replaced by what is known of the disease at hand. */
public final class Diseases {

    /**
     * Susceptibility by age, relative to adults: Zhang et al., Science 368 (2020) 1481, as the simulator Covasim reads it
     * (parameters.py).
     */
    private static final double[] SUSCEPTIBILITY = {0.34, 0.67, 1, 1, 1, 1, 1.24, 1.47, 1.47, 1.47};

    /** Shares of all infected by age, without vaccination: Verity et al. 2020, Ferguson et al. 2020, as Covasim reads them. */
    private static final double[] SYMPTOMATIC = {.50, .55, .60, .65, .70, .75, .80, .85, .90, .90};

    private static final double[] SEVERE = {.0005, .00165, .0072, .0208, .0343, .0765, .1328, .20655, .2457, .2457};
    private static final double[] CRITICAL = {
        .00003, .00008, .00036, .00104, .00216, .00933, .03639, .08923, .1742, .1742
    };
    private static final double[] FATAL = {.00002, .00002, .0001, .00032, .00098, .00265, .00766, .02439, .08292, .1619
    };

    /** Omicron against the virus of 2020, unvaccinated: about a third; Nyberg et al., Lancet 399 (2022) 1303: hazard ratios. */
    private static final double OMICRON_SEVERE = 0.33;

    /** Likewise of death: 0.31 in the same source; critical courses as deaths. */
    private static final double OMICRON_FATAL = 0.31;

    private Diseases() {}

    /**
     * SARS-CoV-2 of early 2020. Periods in days as log-normal with mean and standard deviation: Lauer et al. 2020, Du et al.
     * 2020, Linton et al. 2020, Wölfel et al. 2020, Verity et al. 2020, as Covasim reads them. Dispersion 0.45: Endo et al.
     * 2020 and others, likewise. Early in the infectious period people infect twice as much, without symptoms as much as
     * others: the same simulator's choice; four early days: assumption after it.
     */
    public static Disease covid2020() {
        return new Disease(
                "SARS-CoV-2, 2020",
                "Covasim 3.1 parameters.py and the papers named there",
                Period.logNormal(4.5, 1.5, 1),
                Period.logNormal(1.1, 0.9, 0),
                Period.logNormal(8, 2, 1),
                Period.logNormal(8, 2, 1),
                Period.logNormal(6.6, 4.9, 1),
                Period.logNormal(18.1, 6.3, 1),
                Period.logNormal(1.5, 2, 1),
                Period.logNormal(18.1, 6.3, 1),
                Period.logNormal(10.7, 4.8, 1),
                new Infectiousness(0.45, 4, 2, 1),
                SUSCEPTIBILITY,
                SYMPTOMATIC,
                SEVERE,
                CRITICAL,
                FATAL);
    }

    /**
     * SARS-CoV-2 Omicron BA.2 of 2022. Incubation 3.4 days: Wu et al., JAMA Network Open 5 (2022) e2228008, of which 2 days
     * latent and 1.4 infectious before symptoms: assumption that keeps the generation time near 3 days as estimated for BA.2.
     * Infectious for 5 days after: Boucau et al., NEJM 387 (2022) 275, order of magnitude. Equal susceptibility by age but for
     * children: assumption. Later stages as in 2020.
     */
    public static Disease omicron2022() {
        return new Disease(
                "SARS-CoV-2 Omicron BA.2, 2022",
                "Wu et al. 2022, Boucau et al. 2022, Nyberg et al. 2022, and assumptions",
                Period.logNormal(2, 0.8, 1),
                Period.logNormal(1.4, 0.7, 0),
                Period.logNormal(6, 2, 1),
                Period.logNormal(5, 2, 1),
                Period.logNormal(6.6, 4.9, 1),
                Period.logNormal(10, 5, 1),
                Period.logNormal(1.5, 2, 1),
                Period.logNormal(18.1, 6.3, 1),
                Period.logNormal(10.7, 4.8, 1),
                new Infectiousness(0.6, 3, 2, 0.7),
                new double[] {0.7, 0.9, 1, 1, 1, 1, 1, 1, 1, 1},
                new double[] {.4, .4, .45, .45, .5, .5, .55, .6, .65, .65},
                times(SEVERE, OMICRON_SEVERE),
                times(CRITICAL, OMICRON_FATAL),
                times(FATAL, OMICRON_FATAL));
    }

    private static double[] times(double[] shares, double factor) {
        double[] scaled = shares.clone();
        for (int band = 0; band < scaled.length; band++) {
            scaled[band] *= factor;
        }
        return scaled;
    }
}
