/**
 * A district's people as arrays: who lives with whom, who learns or works with whom, and in which community, compound and
 * street. No person in it is real: a {@link org.tongxin.core.population.Population} is made from published totals and a seed,
 * or from a recipe that is fully written down.
 *
 * <p>People are numbered so that a household, a compound, a community and a street are each one range of numbers. That is why
 * a person costs about 13 bytes: a home is a position and a size, a community one number.
 *
 * <p>Calls {@code org.tongxin.core.random}. Holds always: one home for each person, at most one school class or team of work
 * for each, and the same seed gives the same population.
 */
@NullMarked
package org.tongxin.core.population;

import org.jspecify.annotations.NullMarked;
