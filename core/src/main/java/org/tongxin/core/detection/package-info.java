/**
 * Early detection: does a count lie above what the past lets one expect? Pure functions over one series of counts; a missing
 * count is {@link Double#NaN}, which is never zero. Nothing here knows places, diseases or people, and an alarm here is
 * arithmetic only: whether it becomes a signal, and the signal an incident, is decided elsewhere by people.
 *
 * <p>{@link org.tongxin.core.detection.DetectionMethod} is the shape common to all methods, each of which is a record of its
 * settings; {@link org.tongxin.core.detection.CountSeries} goes in, {@link org.tongxin.core.detection.Detection} comes out.
 * {@link org.tongxin.core.detection.Ears} can also be asked directly. A series that a method cannot judge is refused in a
 * sentence that says what is needed and what there is.
 */
@NullMarked
package org.tongxin.core.detection;

import org.jspecify.annotations.NullMarked;
