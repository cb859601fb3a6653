package org.tongxin.core.text;

import java.time.LocalDate;

/**
 * What a household asked for on a day, as far as counting needs it.
 *
 * @param day the day it came in
 * @param household an opaque number; equal numbers are one household
 * @param grid code of the grid, whose code of the community is a prefix of it
 * @param text as it came in; it is normalised before anything else
 */
public record Request(LocalDate day, long household, String grid, String text) {}
