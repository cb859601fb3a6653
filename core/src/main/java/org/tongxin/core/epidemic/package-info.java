/**
 * An epidemic in a district, person by person: who infects whom, what is done against it, and what that takes.
 *
 * <p><b>What it is.</b> A {@link org.tongxin.core.epidemic.Model} is a population, a disease, contacts in five layers, infections
 * at the start and later, and a {@link org.tongxin.core.epidemic.Response}: rules, and the means to carry them out. A {@link
 * org.tongxin.core.epidemic.Simulator} runs it for a seed, day by day, and gives a {@link org.tongxin.core.epidemic.Run}; an
 * {@link org.tongxin.core.epidemic.EnsembleExecutor} gives many runs as an {@link org.tongxin.core.epidemic.Ensemble}.
 *
 * <p><b>The model in one line.</b> On each day of the infectious period after the first, a person tries each of its contacts
 * once; the probability is that of the layer, times the person's infectiousness and, early on, the early factor, times the
 * contact's relative susceptibility, at most 1; times what measures, restrictions of both people, and vaccination leave. What
 * happens on a day is decided on the states of the evening before. The plain twin in the tests is written in exactly
 * these words and draws every contact of every day by itself; the engine has the same distribution.
 *
 * <p><b>How it gets by without trying every contact.</b>
 *
 * <ol>
 *   <li>On infection all times of the disease are drawn at once, by alias tables [1], from numbers that belong to seed, person
 *       and purpose [2]. They can be drawn again whenever someone asks, so nothing of them is stored.
 *   <li>A person's contacts lie end to end on a line, each as long as its hazard, taken as if no measure were in force and the
 *       contact were as susceptible as the most susceptible there: in a class or team, of its members. One exponential draw [3]
 *       leads from one contact hit to the next ({@code Walk}, {@code Walks}). Where in the contact the point fell is an
 *       exponential variable of that contact alone, which says, once it is known who the contact is, whether and on which day the
 *       attempt is made.
 *   <li>Attempts wait in a calendar of days. On the day, one number decides whether what measures leave is enough: thinning,
 *       exact for anything that changes over time [4]. If not, the next attempt on the same contact is looked for.
 *   <li>Homes and communities are ranges of numbers, classes and teams one array; neighbours are keyed matchings that both ends
 *       can ask; strangers are keyed by the day. So tracing finds the same contacts again without a diary.
 *   <li>Tests, tracing, quarantine and hospital are events of single people. Mass screening walks over the infected of a place,
 *       and over false results by geometric steps.
 *   <li>Stocks (who is ill, held, in a bed) are kept as differences at entry and exit.
 * </ol>
 *
 * <p><b>Cost.</b> In time: proportional to infections and to people tested, traced or screened; nothing for the others, but for
 * a word of memory. In a free epidemic an infection comes to three or four contacts hit,
 * about two of which can still be infected, and to one and a half attempts entered. At a million people reads far apart in
 * memory take most of the time, at a hundred thousand the instructions themselves: so people infected on a day and attempts of a
 * day are worked on in batches, step by step, in loops so short that many of them overlap. In
 * memory: 4 bytes and three bits for each person and run, 6 more for each who is infected, 8 for each attempt outstanding and for each
 * stay of people held, beside the population's 13 and 4 for the pairings of neighbours, which runs share. What happened in a
 * community on a day is counted from logs, when somebody asks. The measured figures stand in {@code docs/benchmarks.md}.
 *
 * <p><b>Why scenarios can be compared run by run.</b> A number belongs to what it decides, not to a moment. Under the same seed
 * the same people fall ill in the same way, and the same contact succeeds or fails, in every scenario until something that
 * differs touches them: common random numbers. A measure that starts after the end changes no bit.
 *
 * <p><b>Where it fails.</b> Nobody is infected twice, and immunity does not wane: horizons of months, not years. Everybody's
 * contacts are the same on all days of the week, and children at home meet nobody new. Infectiousness has two levels over time and {@value
 * org.tongxin.core.epidemic.Infectiousness#CLASSES} between people. Contacts beyond the district are arrivals only. A test finds
 * the infectious, not the exposed. A measure's strength is what the rule says; how people really behave is not known here. Single runs use one thread.
 *
 * <p>Calls {@code core.population}, {@code core.random} and {@code core.statistics}. Announces nothing. Holds always: people are
 * conserved; equal models and seeds give equal runs, whatever the number of threads, the order, or the runs before.
 *
 * <p>Sources: [1] Vose 1991, see {@code AliasTable}. [2] Salmon et al.: Parallel random numbers: as easy as 1, 2, 3, SC 2011. [3]
 * Devroye: Non-uniform random variate generation (1986), chapter X on skipping, and Marsaglia, Tsang 2000 for the draw. [4]
 * Lewis, Shedler: Simulation of nonhomogeneous Poisson processes by thinning, Naval Research Logistics 26 (1979) 403-413; Gillespie
 * 1976 for the idea of jumping from event to event. The contents of the model follow Kerr et al.: Covasim, PLOS Computational
 * Biology 17 (2021) e1009149, and Hinch et al.: OpenABM-Covid19, ibid. e1009146; no code of theirs is used.
 */
@NullMarked
package org.tongxin.core.epidemic;

import org.jspecify.annotations.NullMarked;
