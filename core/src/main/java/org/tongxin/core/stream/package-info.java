/**
 * Watches one stream of counts: what was to be expected, how rare is what was seen, and why.
 *
 * <p>{@link org.tongxin.core.stream.StreamDetector} is the default detector. It chooses its method by the length of the
 * history, knows weekdays, holidays and make-up workdays, keeps missing apart from zero, ranks each result among the
 * stream's own quiet days, and says all of this in its {@link org.tongxin.core.stream.Assessment}. The reference methods
 * of the literature stand in {@code core.detection}.
 */
@NullMarked
package org.tongxin.core.stream;

import org.jspecify.annotations.NullMarked;
