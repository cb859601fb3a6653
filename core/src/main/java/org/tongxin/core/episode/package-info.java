/**
 * From many streams in many places to the few things a desk has to look at.
 *
 * <p>{@link org.tongxin.core.episode.Consensus} joins the streams of one place,
 * {@link org.tongxin.core.episode.FalseDiscoveryRate} judges all places of a day together,
 * {@link org.tongxin.core.episode.Episodes} joins alarms of neighbouring places and days into one matter, and
 * {@link org.tongxin.core.episode.AlarmBudget} decides which of them may claim a person's attention this week.
 */
@NullMarked
package org.tongxin.core.episode;

import org.jspecify.annotations.NullMarked;
