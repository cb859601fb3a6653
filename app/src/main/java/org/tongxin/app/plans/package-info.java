/**
 * Prepared plans, the response mode that fits the district, activation and stand-down, and public measures. Listens to
 * {@code WarningIssued} and to its own {@code PlanActivated}, {@code PlanCoverageExtended} and {@code PlanStoodDown}; announces {@code ModeRecommended}, {@code PlanActivated}, {@code PlanCoverageExtended}, {@code
 * PlanStoodDown}, {@code MeasureDecided}, {@code MeasureInForce}, {@code MeasureReviewed}, {@code MeasureEnded} and {@code
 * PlanRevised}.
 *
 * <p>What always holds: an item of a plan never creates a measure; a measure has basis, deciding body, area, start and
 * end, a milder way that was weighed, and is within the competence table, or the database refuses it; its end moves away only
 * by a signed renewal, and it stops after 72 hours unless it was reviewed; complaints about it are seen by the body that
 * decided alone; one that limits movement starts only when its
 * support list is complete; activation and stand-down are signed.
 */
@ApplicationModule(
        displayName = "Plans",
        allowedDependencies = {
            "platform",
            "platform :: sheet",
            "identity",
            "organisation",
            "warning",
            "simulation",
            "tasks",
            "dispatch :: duty",
            "review"
        })
package org.tongxin.app.plans;

import org.springframework.modulith.ApplicationModule;
