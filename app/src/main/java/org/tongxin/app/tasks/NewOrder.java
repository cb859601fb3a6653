package org.tongxin.app.tasks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order to be issued.
 *
 * @param origin what it stems from, such as {@code plan:<activation>}; with the template it makes the order unique
 * @param template code of the plan item, or a free name for an order by hand
 * @param issuer who orders it, as the page names it
 * @param fields at most eight
 * @param minutes how long answering takes, estimated
 * @param staffing true when it calls for people at the posts of the covered streets
 * @param goesTo the lowest ring that answers it
 */
public record NewOrder(
        String origin,
        String template,
        String title,
        String titleEn,
        String basis,
        String issuer,
        List<TaskField> fields,
        int minutes,
        boolean staffing,
        TaskLevel goesTo,
        Instant dueAt,
        @Nullable UUID causedBy) {}
