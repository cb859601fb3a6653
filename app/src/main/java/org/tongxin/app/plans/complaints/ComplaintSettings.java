package org.tongxin.app.plans.complaints;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How complaints are taken. The law asks for an answer and names no time: all are suggested values.
 *
 * @param workingDays working days until the answer is due, 1 to 30
 * @param perAddress complaints, or looks at an answer, taken from one network address in an hour
 * @param perHour complaints taken in the district in an hour
 * @param contactDays days after the answer until a contact is destroyed
 * @param longestContactDays days after the complaint until its contact is destroyed in any case
 */
@ConfigurationProperties("tongxin.complaints")
public record ComplaintSettings(
        @DefaultValue("5") int workingDays,
        @DefaultValue("6") int perAddress,
        @DefaultValue("300") int perHour,
        @DefaultValue("30") int contactDays,
        @DefaultValue("180") int longestContactDays) {

    public ComplaintSettings {
        if (workingDays < 1 || workingDays > 30) {
            throw new IllegalArgumentException("The tongxin.complaints.working-days (" + workingDays
                    + ") must be 1 to 30. Maybe hours were meant?");
        }
        if (perAddress < 1 || perHour < 1 || contactDays < 1 || longestContactDays < contactDays) {
            throw new IllegalArgumentException("The limits of tongxin.complaints (" + perAddress + ", " + perHour + ", "
                    + contactDays + ", " + longestContactDays
                    + ") must be at least 1, and the longest time not shorter than that after the answer.");
        }
    }
}
