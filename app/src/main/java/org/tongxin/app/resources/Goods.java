package org.tongxin.app.resources;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.platform.Outcome;

/**
 * So much of something that comes in at once.
 *
 * @param quantity base units, from 1
 * @param expiresOn the last day on which it may be handed out; {@code null} where it does not expire
 */
public record Goods(
        String itemCode, long quantity, @Nullable LocalDate expiresOn) {

    /** Why this cannot come in: an unknown item, no whole quantity, expired already, an expiry left out. */
    <T> Optional<Outcome<T>> refusal(JdbcClient jdbc, LocalDate today) {
        Optional<Item> item = jdbc.sql("select * from supply_item where code = ?")
                .param(itemCode)
                .query(Item.class)
                .optional();
        if (item.isEmpty()) {
            return Optional.of(Outcome.refused("G-001", itemCode));
        }
        if (quantity < 1 || quantity > Clerk.MOST) {
            return Optional.of(Outcome.refused("G-002", quantity));
        }
        if (expiresOn != null && expiresOn.isBefore(today)) {
            return Optional.of(Outcome.refused("G-014", expiresOn));
        }
        boolean perishable = item.get().shelfDays() != null;
        return perishable && expiresOn == null
                ? Optional.of(Outcome.refused("G-015", item.get().name()))
                : Optional.empty();
    }
}
