/**
 * How fast an epidemic spreads: the reproduction number R(t), the mean number of people whom one case infects, from the
 * counts of new cases for each day and the serial interval. Above 1 it grows. Pure functions; chance, where asked for, is
 * keyed by a seed.
 *
 * <p>{@link org.tongxin.core.reproduction.InstantaneousReproduction} says what holds now and is the one to watch;
 * {@link org.tongxin.core.reproduction.CohortReproduction} says what became of the cases of a day and can only be known
 * later.
 */
@NullMarked
package org.tongxin.core.reproduction;

import org.jspecify.annotations.NullMarked;
