/**
 * The list of what streets and communities may decide by themselves, and of what is never delegated. The modules above
 * ask {@link org.tongxin.app.delegation.Delegation} before such an act. Calls {@code
 * organisation} for names of places, and announces nothing.
 *
 * <p>What always holds: the duty officer proposes, the signatory signs; one list is in force at a time; it ends on its
 * date or earlier by decision, and goes on only by a new decision; what is never delegated is no row of a list, so that no
 * signature can open it; whoever decided under a list reports back where the list says so.
 */
@ApplicationModule(
        displayName = "Delegation",
        allowedDependencies = {"platform", "platform :: sheet", "identity", "organisation"})
@NullMarked
package org.tongxin.app.delegation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
