/**
 * A district's people as arrays: who lives with whom, who learns or works with whom, and in which community, compound and
 * street. No person in it is real: a {@link org.tongxin.core.population.Population} is made from published totals and a seed
 * by {@link org.tongxin.core.population.Synthesiser}, or from a recipe that is fully written down by
 * {@link org.tongxin.core.population.ReferenceNetwork}.
 *
 * <p>People are numbered so that a household, a compound, a community and a street are each one range of numbers. That is why
 * a person costs about 13 bytes: a home is a position and a size, a community one number.
 *
 * <p><b>How people are made.</b> (1) The total is split among streets and communities by weight times a log-normal factor, by
 * largest remainders, so that all sums are exact. (2) The province's pyramid of ages is raked to the city's age bands and
 * share of men; its cells are whole numbers, and every later step takes people out of this pool, so that ages come out exactly
 * [1]. (3) Household sizes have a published shape, tilted exponentially to the published mean [2], and kinds (couple, lone
 * parent, three generations, …) by shares; with too few places for minors, kinds are exchanged for such with children.
 * (4) Homes are drawn for each community until it is full; collective quarters are cut into rooms and stand together. (5)
 * Homes take their ages from the pool: children first, parents 20 to 40 years older around them, then grandparents, rooms,
 * grown children, couples, and at last those who live alone. (6) Pupils learn in classes of about one age in a school of their
 * street; workers work near or far in workplaces of Zipf's sizes [3], in teams. (7) Contacts per day with each co-member are
 * calibrated so that the mean over all people is what published matrices [4] give for these ages: rate = target x people /
 * sum of co-members.
 *
 * <p><b>Cost.</b> A fifth of a microsecond a person, one thread; about 30 bytes a person are allocated, of which 12 are kept.
 * No object belongs to a person.
 *
 * <p><b>Where it fails.</b> Ages are the city's, the same in every community: a dormitory or an old town does not show in them,
 * except by its rooms. Nothing is known below the street but the number of communities. Who works outside the district meets only
 * others who do. Contacts at home grow with the size of the home, while the matrices give everybody who does not live
 * alone the same number; so people of 50 to 64, who live in small homes, have up to a quarter or a third fewer than published, and
 * in a young district the few old, who live with families, have more: {@link org.tongxin.core.population.SynthesisSummary}
 * says how far each age lies off. Small scales have small workplaces. Most parameters are assumptions, and say so.
 *
 * <p>Calls {@code org.tongxin.core.random} and {@code org.tongxin.core.statistics}. Holds always: one home for each person, at
 * most one school class or team of work for each, at least one person in each community, and the same seed gives the same
 * population.
 *
 * <p>Sources: [1] Beckman, Baggerly, McKay: Creating synthetic baseline populations, Transportation Research A 30 (1996), for
 * synthesis from margins; the way without iteration here is our own. [2] Csiszár: I-divergence geometry of probability
 * distributions, Annals of Probability 3 (1975): the tilted table is the nearest with this mean. [3] Axtell: Zipf distribution of
 * U.S. firm sizes, Science 293 (2001). [4] Mistry et al.: Inferring high-resolution human mixing patterns for disease modeling,
 * Nature Communications 12 (2021) 323.
 */
@NullMarked
package org.tongxin.core.population;

import org.jspecify.annotations.NullMarked;
