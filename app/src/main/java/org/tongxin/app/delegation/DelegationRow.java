package org.tongxin.app.delegation;

/**
 * One act in a list.
 *
 * @param ring the narrowest ring that decides; {@link DelegableAct.Ring#DISTRICT} for not delegated
 * @param most the most of one act, in the unit of the act; 0 for no limit of its own
 * @param timesADay how often one place may on one day; 0 for no limit
 * @param reportHours within how many hours the place reports back; 0 for no report
 */
public record DelegationRow(DelegableAct act, DelegableAct.Ring ring, long most, int timesADay, int reportHours) {

    /** Whether anybody below the district decides. */
    public boolean isDelegated() {
        return ring != DelegableAct.Ring.DISTRICT;
    }

    /** Whether each time has to be known, to be counted or reported. */
    boolean isKept() {
        return timesADay > 0 || reportHours > 0;
    }

    boolean reaches(DelegableAct.Ring asking) {
        return isDelegated() && ring.compareTo(asking) >= 0;
    }
}
