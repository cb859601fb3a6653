/**
 * Finds out what many residents are suddenly asking about, without an outside model and without knowing who they are.
 *
 * <p>{@link org.tongxin.core.text.Normaliser} strips what tells people apart,
 * {@link org.tongxin.core.text.Duplicates} joins what says the same, {@link org.tongxin.core.text.TopicDictionary} names
 * what is known, {@link org.tongxin.core.text.Bursts} finds terms, known or new, that more households use than could be
 * expected, and {@link org.tongxin.core.text.BurstPeriod} says when it began and ended. Households are counted, never
 * messages; a household is an opaque number.
 */
@NullMarked
package org.tongxin.core.text;

import org.jspecify.annotations.NullMarked;
