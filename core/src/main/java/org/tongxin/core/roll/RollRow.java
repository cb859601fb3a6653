package org.tongxin.core.roll;

import java.util.List;

/**
 * One entry of a roll.
 *
 * @param number as written before it; 0 where it has none
 * @param place building and room such as {@code 3-502}, or a community by its name; empty where none is named
 * @param households how many it speaks for: rooms of a range, else 1
 * @param items what is asked for, with amounts; empty where nothing is counted, which is nil unless the row is unsure
 * @param unsure that only a person can decide what it says; the items are then a proposal at most
 */
public record RollRow(int number, String place, int households, List<RollItem> items, boolean unsure) {

    public RollRow {
        items = List.copyOf(items);
    }

    RollRow asked() {
        return new RollRow(number, place, households, items, true);
    }

    RollRow settled() {
        return new RollRow(number, place, households, items, false);
    }
}
