package org.tongxin.core.population;

/**
 * A number that a synthetic population rests on, a fact or an assumption, to be printed beside every result.
 *
 * @param name such as {@code primary_class}
 * @param meaning the same in words
 * @param unit such as {@code people}, {@code share}, {@code years}
 * @param source where the value is from, or {@code assumption}
 */
public record Figure(String name, String meaning, double value, String unit, String source) {}
