package org.tongxin.app.desk.web;

import java.time.Instant;
import java.util.List;
import org.tongxin.app.platform.Reason;

/**
 * Something that waits for a person.
 *
 * @param question key of the question under {@code desk.question.}
 * @param arguments values of the question
 * @param who role that decides
 * @param due when it should be decided
 * @param link where it is decided
 */
record Decision(String question, List<String> arguments, List<Reason> why, String who, Instant due, String link) {}
