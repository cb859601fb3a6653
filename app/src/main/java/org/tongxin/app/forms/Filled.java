package org.tongxin.app.forms;

import java.time.LocalDate;
import java.util.List;
import org.tongxin.app.forms.figures.Figure;
import org.tongxin.app.forms.figures.Held;
import org.tongxin.app.organisation.Area;

/**
 * What a form holds for a day, before it is written.
 *
 * @param puts figures that are known, each with its place
 * @param lefts cells that stay empty
 * @param sums cells that add up others
 * @param strangers lines that are not filled at all
 * @param date where the day is written, with what; empty or one
 */
public record Filled(
        LocalDate day, List<Put> puts, List<Left> lefts, List<Sum> sums, List<Stranger> strangers, List<Written> date) {

    public Filled {
        puts = List.copyOf(puts);
        lefts = List.copyOf(lefts);
        sums = List.copyOf(sums);
        strangers = List.copyOf(strangers);
        date = List.copyOf(date);
    }

    /** A figure in its cell. */
    public record Put(Address at, Area place, Figure figure, Held held) {}

    /** A cell that stays empty. @param held what is known of a part; asked is 0 where nobody was asked or has answered */
    public record Left(Address at, String place, Figure figure, int answered, int asked) {}

    /**
     * A cell that adds up.
     *
     * @param value of the lines that are known
     * @param known how many lines have a figure
     * @param lines how many it adds up
     * @param formula whether the file works it out itself
     */
    public record Sum(Address at, Figure figure, long value, int known, int lines, boolean formula) {}

    /** A line that is not filled. @param text what stands where its place is named */
    public record Stranger(Address at, String text, Why why) {}

    /** Why a line is not filled. */
    public enum Why {
        /** No place of the district has this name or code. */
        UNKNOWN,
        /** More than one has. */
        AMBIGUOUS,
        /** It is outside the reader's territory. */
        OTHERS
    }

    /** A text in a cell. */
    public record Written(Address at, String text) {}

    public static Filled nothing(LocalDate day) {
        return new Filled(day, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Whether nothing is known of the day. */
    public boolean isEmpty() {
        return puts.isEmpty();
    }
}
