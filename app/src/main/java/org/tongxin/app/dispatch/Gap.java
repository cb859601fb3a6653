package org.tongxin.app.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.Reason;

/** A post below its minimum. @param missing how many people it lacks of its minimum */
public record Gap(
        UUID id,
        LocalDate shiftDay,
        UUID postId,
        String postName,
        String postNameEn,
        String areaPath,
        String streetName,
        String streetNameEn,
        int missing,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Reason> reasons) {}
