package org.tongxin.core.epidemic;

import org.tongxin.core.population.Population;

/**
 * How the disease runs in one person: all times drawn at once from the person's own numbers, and therefore drawn again,
 * equal, whenever someone asks. One instance belongs to one thread and is written over by each {@link #read}.
 */
final class Patient {

    static final int NEVER = -1;

    private final Population population;
    private final Course course;
    private final Vaccinations vaccinations;

    /** Key of the person's random numbers. */
    long key;
    /** Day of infection. */
    int infectedOn;
    /** Day on which the person becomes infectious; contacts count from the next day on. */
    int begins;
    /** Day of recovery or death; contacts of this day still count. */
    int ends;

    boolean symptomatic;
    /** Day of the first symptoms, or {@link #NEVER}; likewise the two that follow. */
    int onset;

    int severeOn;
    int criticalOn;
    boolean dies;
    /** Class of infectiousness. */
    int infectiousness;

    Patient(Population population, Course course, Vaccinations vaccinations) {
        this.population = population;
        this.course = course;
        this.vaccinations = vaccinations;
    }

    /** Draws the person's course from the day of infection on. */
    void read(Chance chance, int person, int day, int band) {
        key = chance.person(person);
        infectedOn = day;
        begins = day + course.latent.draw(Chance.bits(key, Chance.LATENT));
        infectiousness = (int) (Chance.bits(key, Chance.INFECTIOUSNESS) >>> 64 - Course.CLASS_BITS);
        onset = NEVER;
        severeOn = NEVER;
        criticalOn = NEVER;
        dies = false;
        double severity = course.hasSymptoms ? Chance.uniform(Chance.bits(key, Chance.SEVERITY)) : 1;
        symptomatic = severity < course.symptomatic[band];
        if (symptomatic) {
            withSymptoms(person, severity, band);
        } else {
            ends = begins + course.asymptomaticRecovery.draw(Chance.bits(key, Chance.RECOVERY));
        }
    }

    private void withSymptoms(int person, double severity, int band) {
        onset = begins + course.toSymptoms.draw(Chance.bits(key, Chance.SYMPTOMS));
        if (severity < course.severe[band] && severity < course.severe[band] * severeShare(person, band)) {
            severely(severity / severeShare(person, band), band);
        } else {
            ends = onset + course.mildRecovery.draw(Chance.bits(key, Chance.RECOVERY));
        }
    }

    private double severeShare(int person, int band) {
        return vaccinations.isEmpty()
                ? 1
                : vaccinations.severeShare(key, population.community(person), band, infectedOn);
    }

    private void severely(double severity, int band) {
        severeOn = onset + course.toSevere.draw(Chance.bits(key, Chance.SEVERE));
        if (severity < course.critical[band]) {
            criticalOn = severeOn + course.toCritical.draw(Chance.bits(key, Chance.CRITICAL));
            dies = severity < course.fatal[band];
            ends = criticalOn + (dies ? course.toDeath : course.criticalRecovery).draw(Chance.bits(key, Chance.END));
        } else {
            ends = severeOn + course.severeRecovery.draw(Chance.bits(key, Chance.END));
        }
    }

    boolean isInfectious(int day) {
        return day >= begins && day <= ends;
    }

    boolean hasSymptoms(int day) {
        return symptomatic && day >= onset && day <= ends;
    }
}
