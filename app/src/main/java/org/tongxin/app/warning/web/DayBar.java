package org.tongxin.app.warning.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of the slider, in pixels of its drawing.
 *
 * @param highest the highest index of the day in whole points; {@code null} when no street had enough data
 */
record DayBar(LocalDate day, @Nullable Integer highest, int grave, int x, int y, int height, boolean chosen) {

    static final int WIDTH = 20;
    static final int HEIGHT = 48;
}
