package org.tongxin.app.plans.complaints;

import java.time.Instant;

/**
 * What the complainant takes home.
 *
 * @param code shown once; nobody can read it again
 * @param dueAt when the answer is due
 */
public record Receipt(String number, String code, Instant dueAt) {

    @Override
    public String toString() {
        return "Receipt[" + number + "]";
    }
}
