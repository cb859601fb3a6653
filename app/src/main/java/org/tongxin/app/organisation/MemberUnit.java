package org.tongxin.app.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member unit with its affiliation of a day.
 *
 * @param areaPath where it stands
 * @param affiliation {@code null} where none holds on that day: nobody may order it then
 * @param source what says so, such as the number of a document; {@code null} without affiliation
 * @param validFrom first day, {@code null} without affiliation
 * @param validUntil last day, {@code null} without affiliation
 */
public record MemberUnit(
        UUID id,
        String name,
        String nameEn,
        String kind,
        String network,
        String areaPath,
        String areaName,
        String areaNameEn,
        @Nullable Affiliation affiliation,
        @Nullable String source,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    /** Whether the district may give it tasks: known to be under it. */
    public boolean isUnderDistrict() {
        return affiliation != null && affiliation.isUnderDistrict();
    }

    /** Whether only the signatory asks something of it: it is under a body above the district, or nobody knows. */
    public boolean isAskedBySignatory() {
        return affiliation == null || affiliation.isAboveDistrict();
    }
}
