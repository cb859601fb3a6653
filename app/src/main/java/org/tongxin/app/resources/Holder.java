package org.tongxin.app.resources;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of the ledger.
 *
 * @param areaPath where it stands; the district for the world outside
 * @param latitude WGS-84 degrees of its area; {@code null} where none is known
 */
public record Holder(
        UUID id,
        HolderKind kind,
        String name,
        String nameEn,
        String areaPath,
        String areaName,
        String areaNameEn,
        boolean scenario,
        @Nullable Double latitude,
        @Nullable Double longitude) {}
