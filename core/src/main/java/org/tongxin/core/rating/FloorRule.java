package org.tongxin.core.rating;

/**
 * A single grave fact that no average may hide: from a value of an indicator on, at least a level.
 *
 * @param indicator its name; it need not be part of the index
 * @param from value from which the rule holds
 * @param level the least level then
 * @param source who says so, or that it is a suggested value
 */
public record FloorRule(String indicator, double from, Level level, String source) {}
