package org.tongxin.app.warning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statutory warning (Emergency Response Law, article 64) with its eight fields: kind, level, start, area affected,
 * cautions, measures to take ({@code actions}), issuing body, time of issue. Start and time of issue are written when it
 * is signed.
 *
 * @param experts how many experts were heard before it was proposed
 * @param exercise true in a replay or a drill: no real notice is ever sent
 */
public record Warning(
        UUID id,
        String number,
        String areaPath,
        String areaName,
        String areaNameEn,
        String kind,
        RatingLevel level,
        @Nullable Instant startsAt,
        String areaAffected,
        String areaAffectedEn,
        String cautions,
        String cautionsEn,
        String actions,
        String actionsEn,
        String issuer,
        @Nullable Instant issuedAt,
        @Nullable Instant endsAt,
        boolean exercise,
        WarningState state,
        UUID ratingId,
        Instant draftedAt,
        @Nullable String proposedBy,
        @Nullable Instant proposedAt,
        @Nullable Integer experts,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String signedBy,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        @Nullable String returnedBy,
        @Nullable Instant returnedAt,
        @Nullable String returnReason,
        @Nullable UUID causedBy,
        int version) {

    /** Numbers (1 to 8) of the statutory fields that are still empty; start and time of issue come with the signature. */
    public List<Integer> missingFields() {
        List<Integer> missing = new ArrayList<>();
        String[] texts = {kind, level.name(), "at signature", areaAffected, cautions, actions, issuer, "at signature"};
        for (int i = 0; i < texts.length; i++) {
            if (texts[i].isBlank()) {
                missing.add(i + 1);
            }
        }
        return missing;
    }
}
