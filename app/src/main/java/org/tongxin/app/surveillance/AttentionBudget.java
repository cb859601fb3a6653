package org.tongxin.app.surveillance;

import java.time.LocalDate;

/**
 * How much of the desk's attention new episodes have claimed this week.
 *
 * @param week ISO week of the district's calendar, such as {@code 2022-W12}
 * @param used episodes put to the desk this week
 * @param perWeek how many may be
 * @param nextWeek the Monday on which it begins anew
 */
public record AttentionBudget(String week, int used, int perWeek, LocalDate nextWeek) {

    /** Nothing more is put to the desk before the next week. */
    public boolean spent() {
        return used >= perWeek;
    }
}
