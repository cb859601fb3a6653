package org.tongxin.app.tasks;

import java.util.Map;
import java.util.UUID;

/**
 * An answer to a task.
 *
 * @param figures a value for every field, zero or more
 * @param note free text; never added up, never assessed
 */
public record TaskReport(UUID task, Map<String, Long> figures, String note) {}
