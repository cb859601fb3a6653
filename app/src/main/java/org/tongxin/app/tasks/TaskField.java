package org.tongxin.app.tasks;

/**
 * One figure that a task asks for.
 *
 * @param key name of the figure in reports
 * @param label what it counts, in Chinese
 * @param labelEn the same in English
 * @param unit unit in Chinese, empty for plain counts
 */
public record TaskField(String key, String label, String labelEn, String unit) {}
