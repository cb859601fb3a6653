/**
 * Personal data: which fields hold any, why and until when, and their destruction once an incident is over. Listens to
 * {@code PlanStoodDown}; announces nothing.
 *
 * <p>What always holds: every column that holds personal data is declared by its module; with the stand-down a countdown
 * starts for each that is of the incident; what was destroyed stands in a protocol that holds no personal data, is signed
 * with a login and never changes afterwards.
 */
@ApplicationModule(
        displayName = "Protection",
        allowedDependencies = {"platform", "platform :: sheet", "identity", "plans"})
@NullMarked
package org.tongxin.app.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
