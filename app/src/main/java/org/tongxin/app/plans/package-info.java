/**
 * Prepared plans, the response mode that fits the district, activation and stand-down, and public measures. Listens to
 * {@code WarningIssued} and to its own {@code PlanActivated}, {@code PlanCoverageExtended} and {@code PlanStoodDown}; announces {@code ModeRecommended}, {@code PlanActivated}, {@code PlanCoverageExtended}, {@code
 * PlanStoodDown}, {@code MeasureDecided}, {@code MeasureInForce} and {@code MeasureEnded}.
 *
 * <p>What always holds: an item of a plan never creates a measure; a measure has basis, deciding body, area, start and
 * end and is within the competence table, or the database refuses it; one that limits movement starts only when its
 * support list is complete; activation and stand-down are signed.
 */
@ApplicationModule(
        displayName = "Plans",
        allowedDependencies = {"platform", "identity", "organisation", "warning", "simulation", "tasks"})
package org.tongxin.app.plans;

import org.springframework.modulith.ApplicationModule;
