package org.tongxin.core.roll;

import java.math.BigDecimal;

/**
 * An amount of something.
 *
 * @param name of the thing; empty where only an amount is written, such as {@code +1}
 * @param amount 0 or above, for all households of the row together
 * @param unit as written; empty where none is
 */
public record RollItem(String name, BigDecimal amount, String unit) {

    public RollItem {
        amount = amount.stripTrailingZeros();
    }

    @Override
    public String toString() {
        return name + "=" + amount.toPlainString() + unit;
    }
}
