package org.tongxin.core.population;

/**
 * Where people meet. The weights are the mean number of contacts per day of somebody who takes part in the setting; they turn
 * the matrices of Mistry et al. into contacts per day: Mistry et al., Inferring high-resolution human mixing patterns for
 * disease modeling, Nature Communications 12 (2021) 323.
 */
public enum Setting {
    HOUSEHOLD(4.11),
    SCHOOL(11.41),
    WORK(8.07),
    COMMUNITY(2.79);

    private final double contactsPerDay;

    Setting(double contactsPerDay) {
        this.contactsPerDay = contactsPerDay;
    }

    /** Contacts per day of somebody who takes part. */
    public double contactsPerDay() {
        return contactsPerDay;
    }
}
