/**
 * What will be reported in the coming days, from what was reported so far: the state of a district is followed day by day by
 * a particle filter, which also hands possible presents to a simulation.
 *
 * <p><b>Model.</b> A renewal process [1, 2]: the infections of a day are Poisson around R times the earlier infections, each
 * weighted by the generation interval, plus imports. Infections cluster: the infectious count as a gamma variable, so that
 * one person infects a negative binomial number with dispersion k [4]. The logarithm of R is a damped random walk; R shrinks
 * with the susceptible share of the population. A dated measure multiplies R by a factor that is not known and is learned:
 * {@link org.tongxin.core.forecast.Intervention}. The reports of a day are negative binomial around the infections of the
 * days before, weighted by the delay from infection to report, times the ascertainment; a day without a report is passed, an
 * incomplete one is read with its completeness, and now and then a day says nothing.
 *
 * <p><b>Filter.</b> Some thousand particles, each a complete possible past with parameters of its own, are moved on by a day,
 * weighted by the probability of the day's count and, when few would carry the weight, resampled systematically: the
 * bootstrap filter [5, 6]. Since a report tells of infections some days old, looking ahead would gain little. Parameters that
 * do not change are drawn a little together and disturbed after each resampling, so that mean and variance stay [3].
 * The first count sets the level and is not weighed again.
 *
 * <p><b>Chance.</b> Each particle and day has a run of random numbers of its own ({@link org.tongxin.core.random}): the same
 * seed gives the same numbers on any number of threads, and forecasts with and without a change of R share their chance.
 *
 * <p><b>Cost.</b> A day costs the particles times the days of interval and delay, whatever came before: about half a
 * microsecond a particle. Memory: 300 bytes a particle.
 *
 * <p><b>Where it fails.</b>
 *
 * <ul>
 *   <li>It foresees no measure that was not announced. In the decline R stays too high for a while, and forecasts are then no
 *       better than the last week; where further measures followed, as in February 2020, they are too high and the bands too
 *       narrow.
 *   <li>Clusters that contact tracing ends at once, with some tens of cases: forecasts are two to three times too high.
 *       Outbreaks that come from elsewhere are not foreseen; neighbouring districts do not know of each other.
 *   <li>The delay is the same on all days. When people are tested faster, a falling delay looks like a rising R. Reports that
 *       are delivered together on a later day are noise here.
 *   <li>Ascertainment cannot be told from a short series: infections are as wrong as its prior.
 *   <li>Each resampling forgets pasts: R and infections of weeks ago rest on fewer particles than those of yesterday. A day
 *       that nearly no particle foresaw leaves few: see {@link org.tongxin.core.forecast.Posterior#effectiveParticles()}.
 *   <li>Bands are those of the model. On simulated epidemics the 90 % band holds 88 to 90 %.
 * </ul>
 *
 * <p>What was chosen against what, and the scores on real epidemics, stand in decision record 14.
 *
 * <p>Sources: [1] Cori, Ferguson, Fraser, Cauchemez: A new framework and software to estimate time-varying reproduction
 * numbers during epidemics, American Journal of Epidemiology 178 (2013) 1505-1512. [2] Steyn, Parag, Thompson, Donnelly: A
 * primer on inference and prediction with epidemic renewal models and sequential Monte Carlo, arXiv 2503.18875 (2025). [3]
 * Liu, West: Combined parameter and state estimation in simulation-based filtering, in: Sequential Monte Carlo Methods in
 * Practice, Springer 2001, 197-223. [4] Lloyd-Smith, Schreiber, Kopp, Getz: Superspreading and the effect of individual
 * variation on disease emergence, Nature 438 (2005) 355-359. [5] Gordon, Salmond, Smith: Novel approach to
 * nonlinear/non-Gaussian Bayesian state estimation, IEE Proceedings F 140 (1993) 107-113. [6] Kitagawa: Monte Carlo filter and
 * smoother for non-Gaussian nonlinear state space models, Journal of Computational and Graphical Statistics 5 (1996) 1-25:
 * systematic resampling.
 */
@NullMarked
package org.tongxin.core.forecast;

import org.jspecify.annotations.NullMarked;
