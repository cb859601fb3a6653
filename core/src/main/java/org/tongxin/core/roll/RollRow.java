package org.tongxin.core.roll;

import java.util.List;

/**
 * One entry of a roll.
 *
 * @param number as written before it; 0 where it has none
 * @param place building and room such as {@code 3-502}; empty where none is named
 * @param households how many it speaks for: rooms of a range, else 1
 * @param items what is asked for, with amounts; empty where nothing is counted
 */
public record RollRow(int number, String place, int households, List<RollItem> items) {

    public RollRow {
        items = List.copyOf(items);
    }
}
