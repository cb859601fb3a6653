package org.tongxin.app.dispatch.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shift of one person, as that person sees it.
 *
 * @param state {@code INVITED} while a volunteer has not answered, {@code CONFIRMED} otherwise
 * @param metres straight-line distance from the home community
 * @param riskReadAt when the risk notice was confirmed
 * @param cameAt when the person was noted as present
 * @param leftAt when the person was noted as gone
 * @param online whether it has no place and no code
 * @param starts its own start, or {@code null} for that of the shift
 * @param ends its own end, or {@code null} likewise
 */
public record OwnDuty(
        UUID id,
        LocalDate shiftDay,
        UUID postId,
        String kind,
        String name,
        String nameEn,
        @Nullable String skill,
        String areaPath,
        String areaName,
        String areaNameEn,
        String streetName,
        String streetNameEn,
        boolean volunteer,
        boolean trained,
        boolean insured,
        String state,
        int metres,
        @Nullable Instant riskReadAt,
        @Nullable Instant cameAt,
        @Nullable Instant leftAt,
        boolean online,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends) {

    public boolean invited() {
        return state.equals("INVITED");
    }

    public boolean present() {
        return cameAt != null && leftAt == null;
    }
}
