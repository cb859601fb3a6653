/**
 * Foresees: runs courses of action over the district's fitted state in a synthetic population, compares them, and records
 * which one the signatory adopts. Announces {@code RunFinished} and {@code CourseAdopted}.
 *
 * <p>What always holds: doing nothing new always competes; a measure without a legal basis for the district is not a
 * candidate; every figure is synthetic, scaled back and said to be so; the same situation, courses and seed give the same
 * result; a course is advice until a named signatory adopts it; no effect is attributed to a response
 * mode, whose numbers are the asker's and start neutral; aims are never summed.
 */
@ApplicationModule(
        displayName = "Simulation",
        allowedDependencies = {"platform", "platform :: sheet", "identity", "organisation", "surveillance", "warning"})
@NullMarked
package org.tongxin.app.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
