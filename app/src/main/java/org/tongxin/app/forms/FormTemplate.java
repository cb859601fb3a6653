package org.tongxin.app.forms;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A superior's form, without its file.
 *
 * @param number such as {@code F-3}
 * @param issuer who asks for it
 * @param areaPath the territory of the post that keeps it; posts inside may fill it
 * @param workbook whether it is XLSX, else CSV
 * @param version of the mapping that was confirmed last; 0 before the first
 */
public record FormTemplate(
        UUID id,
        String number,
        String name,
        String issuer,
        String areaPath,
        String areaName,
        String areaNameEn,
        String fileName,
        boolean workbook,
        int bytes,
        String keptBy,
        Instant keptAt,
        int version,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt) {}
