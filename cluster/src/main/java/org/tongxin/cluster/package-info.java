/**
 * Ensembles on several machines, with Apache Spark. The driver cuts the numbers of the runs into portions; a worker reads the
 * model file by itself, runs its portions and sends back runs and sums by community. Since a run depends on nothing but its
 * model and its seed, and runs are put in the order of their numbers, the result equals that of one machine bit for bit,
 * whichever worker ran what, and also when a worker was lost and its portions were run again by another.
 *
 * <p><b>What it asks for.</b> Model file and data lie at the same path on each machine; a worker whose model file differs from
 * the driver's refuses. The program's jars as well, or in {@code spark.jars}. Each worker needs the memory of one population,
 * and that of a simulator for each core.
 *
 * <p><b>Where it does not pay.</b> Ensembles of seconds: starting the workers and making their populations costs more.
 */
@NullMarked
package org.tongxin.cluster;

import org.jspecify.annotations.NullMarked;
