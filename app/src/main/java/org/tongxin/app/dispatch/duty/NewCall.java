package org.tongxin.app.dispatch.duty;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a duty officer calls for.
 *
 * @param post the post it is for; {@code null} where it is for a community
 * @param areaPath the community; of no meaning with a post
 * @param kind one of {@link UrgentCalls#KINDS}
 * @param what 1 to 60 characters without long numbers
 * @param skill needed skill; {@code null} for none
 * @param wanted 1 to 50 people
 * @param radiusMetres 300 to 3,000
 * @param minutes 5 to 120
 */
public record NewCall(
        @Nullable UUID post,
        String areaPath,
        String kind,
        String what,
        @Nullable String skill,
        int wanted,
        int radiusMetres,
        int minutes) {}
