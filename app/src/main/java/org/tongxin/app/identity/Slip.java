package org.tongxin.app.identity;

import java.time.Instant;

/**
 * What is handed to a person on paper who is to come in for the first time. The password is here and nowhere else: whoever lost the
 * slip gets another.
 *
 * @param from when the post begins, district time
 * @param passwordUntil until when the password opens once, real time
 * @param waits whether a second person has to confirm the holder afterwards, see {@link SecondPerson}
 */
public record Slip(
        String login,
        String name,
        Role role,
        String areaPath,
        String title,
        String password,
        Instant from,
        Instant passwordUntil,
        boolean waits) {

    @Override
    public String toString() {
        return "Slip[" + login + "]";
    }
}
