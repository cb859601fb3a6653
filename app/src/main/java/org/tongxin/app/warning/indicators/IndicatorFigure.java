package org.tongxin.app.warning.indicators;

import org.tongxin.app.platform.Reason;

/** What is known of a street at this moment. @param sentence the same with its numbers, for the reader */
public record IndicatorFigure(double value, Reason sentence) {}
