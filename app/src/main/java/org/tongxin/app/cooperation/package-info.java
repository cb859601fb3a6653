/**
 * What the district asks of member units, what they answer, and what becomes of it; the desks of units. Calls {@code
 * tasks} for orders to units under the district and {@code resources} for what was agreed; announces nothing.
 *
 * <p>What always holds: who is not known to be under the district gets a request, never an order, and the database takes
 * no order without an affiliation that allows it; a request has no deadline for an answer; silence is no refusal, is not
 * counted and not shown, and one reminder by hand is the most; an answer can be taken back and is gone then; how a unit
 * answered is read by those who asked and by the unit, and by nobody else; a unit's desk sees nothing of others.
 */
@ApplicationModule(
        displayName = "Cooperation",
        allowedDependencies = {"platform", "platform :: sheet", "identity", "organisation", "tasks", "resources"})
@NullMarked
package org.tongxin.app.cooperation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
