/**
 * Distributions and one regression, as the methods of early detection need them: normal, Student's t, gamma, Poisson and
 * negative binomial probabilities with both tails and quantiles, and the log-linear quasi-Poisson fit. Pure functions of
 * their arguments; nothing here knows what is counted.
 *
 * <p>Both tails are computed, never one as 1 minus the other where that would lose digits: a probability of 1e-30 is as
 * exact as one of 0.3. Unless a type says otherwise its results are exact to about 1e-14 of their size.
 */
@NullMarked
package org.tongxin.core.statistics;

import org.jspecify.annotations.NullMarked;
