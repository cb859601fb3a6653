package org.tongxin.core.roll;

/**
 * Why a row is asked about.
 *
 * @param said the words or the amount that raise the question, as read; empty where it is the entry as a whole
 * @param other another line that raises it, from 1; 0 where none does
 */
public record RollDoubt(Reason reason, String said, int other) {

    /** What can be in doubt. */
    public enum Reason {
        /** Words that say no exact number: 大概, 同昨天, 待定. */
        VAGUE,
        /** From so many to so many: 3-4人. */
        FROM_TO,
        /** The entry counts a day to come. */
        ANOTHER_DAY,
        /** Another building or room stands in the same entry. */
        OTHER_PLACE,
        /** Several buildings with one amount, or what may be a building or a floor. */
        PLACE,
        /** A place is read, and neither an amount nor a nil. */
        NO_AMOUNT,
        /** Neither a place nor an amount is read. */
        NOTHING,
        /** One thing stands twice in the entry. */
        TWICE,
        /** Several amounts, one of them of nothing: 土豆5斤装1袋. */
        NO_THING,
        /** An amount in brackets that is no part of the one before them. */
        IN_BRACKETS,
        /** A word with an amount that may be no thing. */
        UNKNOWN_THING,
        /** Words that nobody explained. */
        WORDS_LEFT,
        /** More amounts are written than were read. */
        FIGURES_LEFT,
        /** A thing before the place, its amount behind it. */
        APART,
        /** Part of the entry is taken back. */
        TAKEN_BACK,
        /** An entry is changed that is not there. */
        NO_SUCH_NUMBER,
        /** The same place is in another entry. */
        SAME_PLACE,
        /** It reads like talk or a head, and names a place and an amount. */
        TALK,
        /** A long line without a number went on with the entry, and counts. */
        GOES_ON,
        /** The entry is longer than is read. */
        TOO_LONG
    }

    static RollDoubt of(Reason reason, String said) {
        return new RollDoubt(reason, said.strip(), 0);
    }

    static RollDoubt at(Reason reason, int line) {
        return new RollDoubt(reason, "", line);
    }

    /** @param other the row that names the same place */
    static RollDoubt twice(RollRow other) {
        return new RollDoubt(Reason.SAME_PLACE, other.place(), other.line());
    }
}
