package org.tongxin.app.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where people stand a shift: a checkpoint, an entrance of a compound without property management.
 *
 * @param areaPath the compound or community it belongs to
 * @param places how many people stand there
 * @param minimum how many of them must not be missing
 * @param skill the skill each of them needs, or {@code null}
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
        double longitude) {}
