package org.tongxin.app.resources;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer to one need, from a warehouse or from an offer.
 *
 * @param fromId the warehouse; {@code null} where it answers from an offer
 * @param from name of the warehouse or number of the offer
 * @param itemCode what is sent
 * @param standIn whether that stands in for what was asked for
 * @param standsFor how many base units asked for one base unit of it stands for; 1 for the item itself
 * @param quantity base units of what is sent
 * @param wish what the receiver would rather have
 * @param received base units that arrived; {@code null} before
 * @param lossReason why less arrived than was sent
 */
public record Delivery(
        UUID id,
        String number,
        UUID needId,
        String needNumber,
        @Nullable UUID fromId,
        @Nullable UUID offerId,
        String from,
        String fromEn,
        UUID toId,
        String toName,
        String toNameEn,
        String toPath,
        String itemCode,
        String itemName,
        String itemNameEn,
        ItemKind itemKind,
        boolean standIn,
        int standsFor,
        String unit,
        String unitEn,
        long quantity,
        State state,
        @Nullable String wish,
        @Nullable Long received,
        @Nullable String lossReason,
        Instant proposedAt,
        @Nullable Instant sentAt,
        @Nullable Instant receivedAt,
        int version)
        implements Standing {

    /** In which order it is carried. */
    public TransportPriority priority() {
        return TransportPriority.of(itemKind);
    }

    /** Base units of what was asked for that it answers. */
    public long answers() {
        return quantity * standsFor;
    }

    /** Where it stands. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        SENT,
        RECEIVED
    }
}
