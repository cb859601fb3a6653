package org.tongxin.app.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An area of any ring.
 *
 * @param id never changes, whatever happens to the code
 * @param path 6, 9 or 12 digits of the national code, then {@code G01} for a grid or {@code C001} for a compound
 * @param kind what the unit is: {@code SUBDISTRICT}, {@code TOWN}, {@code FARM}, {@code ZONE}, {@code RESIDENTS_COMMITTEE} …
 * @param tasked false for statistical pseudo-units, which are listed and never tasked
 * @param scenario true where the scenario made it up
 * @param latitude WGS-84 degrees; {@code null} where no position is known
 */
public record Area(
        UUID id,
        String path,
        AreaLevel level,
        String kind,
        String name,
        String nameEn,
        boolean tasked,
        boolean scenario,
        @Nullable Double latitude,
        @Nullable Double longitude) {}
