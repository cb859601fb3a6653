package org.tongxin.app.cooperation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Affiliation;

/**
 * A request to a member unit.
 *
 * @param areaPath whom it helps: the territory of the post that drafted it
 * @param until until when the help is wanted; no deadline for an answer
 * @param contact an office with its public number
 * @param affiliation what the unit is under today, {@code null} where nobody knows
 * @param signer who sends it: the signatory to units above the district, the duty officer to all others
 * @param answer what the unit says now; {@code null} for nothing yet, and for readers whom it does not concern
 */
public record UnitRequest(
        UUID id,
        String number,
        UUID unitId,
        String unitName,
        String unitNameEn,
        @Nullable Affiliation affiliation,
        String areaPath,
        String areaName,
        String areaNameEn,
        String asked,
        String why,
        String basis,
        Instant until,
        String contact,
        Role signer,
        State state,
        String draftedBy,
        Instant draftedAt,
        @Nullable String sentBy,
        @Nullable Instant sentAt,
        @Nullable Instant remindedAt,
        int version,
        @Nullable UnitAnswer answer) {

    /** How far it has come on the district's side; what the unit does is no state. */
    public enum State {
        DRAFT,
        SENT,
        WITHDRAWN
    }
}
