/**
 * Close watch of streets and the register of risk factors: an internal work list. Announces {@code SupervisionOpened},
 * {@code SupervisionRenewed} and {@code SupervisionEnded}.
 *
 * <p>What always holds: the index suggests, the duty officer opens; a close watch ends within 14 days unless a decision
 * with a reason renews it; what is to be done lies with the lowest ring that can do it and is passed up with a reason; a
 * risk factor is a fact of a place, never of a person.
 */
@ApplicationModule(
        displayName = "Supervision",
        allowedDependencies = {
            "platform",
            "platform :: sheet",
            "identity",
            "imports",
            "organisation",
            "warning",
            "warning :: risk"
        })
@NullMarked
package org.tongxin.app.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
