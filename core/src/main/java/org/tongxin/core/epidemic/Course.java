package org.tongxin.core.epidemic;

import java.util.Arrays;

/** A disease made ready for drawing. Immutable. */
final class Course {

    /** Bits that name a class of infectiousness. */
    static final int CLASS_BITS = Integer.numberOfTrailingZeros(Infectiousness.CLASSES);

    final AliasTable latent;
    final AliasTable toSymptoms;
    final AliasTable asymptomaticRecovery;
    final AliasTable mildRecovery;
    final AliasTable toSevere;
    final AliasTable severeRecovery;
    final AliasTable toCritical;
    final AliasTable criticalRecovery;
    final AliasTable toDeath;
    final double[] symptomatic;
    final double[] severe;
    final double[] critical;
    final double[] fatal;
    final boolean hasSymptoms;
    /** Days after which nobody infected then is ill any more. */
    final int longest;

    Course(Disease disease) {
        latent = table(disease.latent());
        toSymptoms = table(disease.toSymptoms());
        asymptomaticRecovery = table(disease.asymptomaticRecovery());
        mildRecovery = table(disease.mildRecovery());
        toSevere = table(disease.toSevere());
        severeRecovery = table(disease.severeRecovery());
        toCritical = table(disease.toCritical());
        criticalRecovery = table(disease.criticalRecovery());
        toDeath = table(disease.toDeath());
        symptomatic = disease.symptomatic();
        severe = disease.severe();
        critical = disease.critical();
        fatal = disease.fatal();
        hasSymptoms = Arrays.stream(symptomatic).anyMatch(share -> share > 0);
        int mild = Math.max(
                disease.asymptomaticRecovery().longest(), disease.mildRecovery().longest());
        int critically = disease.toCritical().longest()
                + Math.max(
                        disease.criticalRecovery().longest(), disease.toDeath().longest());
        int severely =
                disease.toSevere().longest() + Math.max(disease.severeRecovery().longest(), critically);
        longest = disease.latent().longest() + disease.toSymptoms().longest() + Math.max(mild, severely);
    }

    private static AliasTable table(Period period) {
        return AliasTable.of(period.probabilities());
    }
}
