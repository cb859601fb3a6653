package org.tongxin.app.organisation;

import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where people stand a shift: a checkpoint, an entrance of a compound without property management; or a service given online,
 * which has hours and no place.
 *
 * @param areaPath the compound or community it belongs to
 * @param places how many people stand there
 * @param minimum how many of them must not be missing
 * @param skill the skill each of them needs, or {@code null}
 * @param online whether it has no place: nobody is far from it
 * @param starts when it begins, or {@code null} for the hours of the shift
 * @param ends when it ends, or {@code null}
 */
public record DutyPost(
        UUID id,
        String areaPath,
        String kind,
        String name,
        String nameEn,
        int places,
        int minimum,
        @Nullable String skill,
        double latitude,
        double longitude,
        boolean online,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends) {

    /** A post at a place, for the whole shift. */
    public static DutyPost at(
            UUID id,
            String areaPath,
            String kind,
            String name,
            String nameEn,
            int places,
            int minimum,
            @Nullable String skill,
            double latitude,
            double longitude) {
        return new DutyPost(
                id, areaPath, kind, name, nameEn, places, minimum, skill, latitude, longitude, false, null, null);
    }
}
