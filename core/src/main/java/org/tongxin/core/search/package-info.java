/**
 * The best course of action: policies that people can read and sign, what they are judged by, and a choice among very many of
 * them with a stated probability of being right.
 *
 * <p><b>What competes.</b> A {@link org.tongxin.core.search.Policy} is a list of rules of the simulation, each with what allows
 * it. A measure without a legal basis makes a policy no candidate, which is said in words; doing nothing always competes:
 * {@link org.tongxin.core.search.Candidates}. {@link org.tongxin.core.search.PolicySpace} makes policies within stated
 * bounds. How the response is organised enters by {@link org.tongxin.core.search.ModeAssumptions} only, every field of which
 * is an assumption.
 *
 * <p><b>What counts.</b> Six aims that are never folded into one number without being asked:
 * {@link org.tongxin.core.search.Aim}. Whoever decides names the {@link org.tongxin.core.search.Criterion} of the choice; the
 * table of all aims, its front and its knees stand beside the choice in every {@link org.tongxin.core.search.Ranking}. Costs
 * and harms are rates with a source or the word assumption.
 *
 * <p><b>How it is searched.</b> Run number i has the same seed and the same situation under every policy (common random
 * numbers), so that policies are compared on the same outbreaks. (1) A pilot of doing nothing sets the indifference, the
 * smallest difference that matters, unless it is given. (2) A race drops what is clearly worse after a few runs [1]:
 * {@link org.tongxin.core.search.Race}. (3) The fully sequential procedure KN [2] decides among the rest, on new runs, several
 * to an observation: {@link org.tongxin.core.search.KimNelson}. (4) New runs show whether a less restrictive policy is worse
 * by the indifference at most; the least restrictive of these is chosen. (5) Members of the front get more runs. The error is
 * shared: a quarter to the race, three fifths to the selection, the rest to the fourth step.
 *
 * <p><b>What is promised</b> stands in {@link org.tongxin.core.search.Promise}. It covers all candidates, since the race has its
 * share of the error; it does not cover the front, the knees and the ranks behind the first, which rest on means and
 * intervals. Robustness: with several situations ({@link org.tongxin.core.search.Situations}) the mean over them decides, and
 * the upper tenth of runs is shown beside it.
 *
 * <p><b>Cost.</b> Nearly all in the runs: about twenty for each candidate when there are a thousand. Memory: some hundred
 * bytes for each run kept, and candidates squared in the selection. <b>Chance and threads.</b> Equal seeds give equal rankings
 * on any number of threads; decisions fall in one thread after the runs of a look have ended.
 *
 * <p><b>Where it fails.</b>
 *
 * <ul>
 *   <li>The promise is about the model. What the model does not know, such as how people bear a closure, no run can show.
 *   <li>Outcomes are skewed: now and then a controlled outbreak escapes. Means of several runs are nearer to normal, not
 *       normal; the skewness found is reported, and the probability is then approximate.
 *   <li>With several situations a run number always meets the same one, so that the variance of means is estimated a little too
 *       large in the race and in intervals: they are wider than need be. Observations of the selection hold every situation.
 *   <li>Who finds no bed counts as without one for as long as it would have been needed, and is not admitted when one falls
 *       free: the peak beyond the beds is right, deaths for want of a bed may be too many after it.
 * </ul>
 *
 * <p>Sources: [1] Nelson, Swann, Goldsman, Song: Simple procedures for selecting the best simulated system when the number of
 * alternatives is large, Operations Research 49 (2001) 950-963. [2] Kim, Nelson: A fully sequential procedure for
 * indifference-zone selection in simulation, ACM Transactions on Modeling and Computer Simulation 11 (2001) 251-273.
 */
@NullMarked
package org.tongxin.core.search;

import org.jspecify.annotations.NullMarked;
