package org.tongxin.core.stream;

/**
 * What a regression looks at.
 *
 * @param history counts that teach at most, the newest ones
 * @param weekdays weekday, holiday and make-up workday; for weeks the share of holidays
 * @param trend a steady change
 * @param harmonics waves of the yearly season, 0 for none
 */
record Shape(int history, boolean weekdays, boolean trend, int harmonics) {}
