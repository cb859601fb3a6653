package org.tongxin.core.roll;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One entry of a roll.
 *
 * @param number as written before it; 0 where it has none
 * @param place building and room such as {@code 3-502}, or a community by its name; empty where none is named
 * @param households how many it speaks for: rooms of a range, else 1
 * @param items what is asked for, with amounts; empty where nothing is counted, which is nil unless the row is unsure
 * @param doubts why only a person can decide what it says, each once; the items are then a proposal at most
 * @param line in the text as it was pasted where the entry begins, from 1
 * @param lastLine in that text of what was read into it; the same where it has one line
 */
public record RollRow(
        int number,
        String place,
        int households,
        List<RollItem> items,
        List<RollDoubt> doubts,
        int line,
        int lastLine) {

    public RollRow {
        items = List.copyOf(items);
        doubts = List.copyOf(doubts);
    }

    /** Whether only a person can decide what it says. */
    public boolean unsure() {
        return !doubts.isEmpty();
    }

    RollRow asked(RollDoubt doubt) {
        return asked(Stream.of(doubt));
    }

    RollRow asked(Optional<RollDoubt> doubt) {
        return asked(doubt.stream());
    }

    RollRow asked(Stream<RollDoubt> more) {
        List<RollDoubt> all = Stream.concat(doubts.stream(), more).distinct().toList();
        return new RollRow(number, place, households, items, all, line, lastLine);
    }

    RollRow settled() {
        return new RollRow(number, place, households, items, List.of(), line, lastLine);
    }

    RollRow numbered(int known) {
        return new RollRow(known, place, households, items, doubts, line, lastLine);
    }

    RollRow at(int first, int last) {
        return new RollRow(number, place, households, items, doubts, first, last);
    }

    /** Whether it is the very same entry, wherever it stands. */
    boolean says(RollRow other) {
        return settled().at(0, 0).equals(other.settled().at(0, 0)) && unsure() == other.unsure();
    }
}
