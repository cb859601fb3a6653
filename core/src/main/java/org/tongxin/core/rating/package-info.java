/**
 * Rates areas and incidents, never persons, in two layers that do not override one another.
 *
 * <p>{@link org.tongxin.core.rating.RuleTable} is the official layer: ordered, versioned rules with their sources, exact.
 * {@link org.tongxin.core.rating.RiskIndex} is the early layer: a sum of published curves and weights from 0 to 100, whose
 * parts are its reasons; {@link org.tongxin.core.rating.LevelKeeper} turns it into a level that does not flap.
 * {@link org.tongxin.core.rating.PairwiseWeights} makes weights from a questionnaire,
 * {@link org.tongxin.core.rating.SmallArea} keeps small numbers from shouting, and
 * {@link org.tongxin.core.rating.IncidentMatrix} rates incidents by likelihood and consequence.
 */
@NullMarked
package org.tongxin.core.rating;

import org.jspecify.annotations.NullMarked;
