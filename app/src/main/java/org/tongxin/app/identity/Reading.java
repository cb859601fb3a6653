package org.tongxin.app.identity;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That an account was shown personal data.
 *
 * @param kind what was shown
 * @param from first of the days that were shown; only with {@link Readings.Kind#DUTY}, else the day of reading
 * @param to last of them
 */
public record Reading(
        Instant at, String name, Role role, Readings.Kind kind, String of, LocalDate from, LocalDate to) {}
