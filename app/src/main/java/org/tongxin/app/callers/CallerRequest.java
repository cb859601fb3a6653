package org.tongxin.app.callers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.identity.Role;

/**
 * What a resident asked. Nothing says who.
 *
 * @param number what the resident asks again by, such as {@code 1024}
 * @param text what is asked for; {@code null} once destroyed
 * @param answered how it was answered; {@code null} while it is open
 * @param answeredAs the post that answered
 * @param needNumber the need of goods that it was turned into; {@code null} for none
 * @param hasContact whether a way back is held
 */
public record CallerRequest(
        UUID id,
        String number,
        String areaPath,
        String areaName,
        String areaNameEn,
        Kind kind,
        @Nullable String text,
        Instant filedAt,
        @Nullable Answered answered,
        @Nullable Role answeredAs,
        @Nullable Instant answeredAt,
        @Nullable String needNumber,
        boolean hasContact,
        int version) {

    /** What it is about; one tap. */
    public enum Kind {
        GOODS,
        MEDICINE,
        DOCTOR,
        REPAIR,
        QUESTION,
        OTHER;

        /** Whether goods of the catalogue can answer it. */
        public boolean isForGoods() {
            return this == GOODS || this == MEDICINE;
        }
    }

    /** How the resident got the answer. */
    public enum Answered {
        BY_PHONE,
        AT_THE_DOOR
    }

    public boolean open() {
        return answered == null;
    }
}
