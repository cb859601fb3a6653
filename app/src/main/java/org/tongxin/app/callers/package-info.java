/**
 * What residents ask by telephone or at the door, for those who use no page: a worker writes it down in less than a minute,
 * the resident gets a number to ask again by, and the answer is recorded in one tap. Calls {@code resources} to turn a
 * request for goods into a need; announces nothing.
 *
 * <p>What always holds: nothing says who asked; no identity number is taken and no telephone number is needed; a way back is
 * kept apart and destroyed with the answer, and in any case on its date; the words are destroyed some days after the answer;
 * a request is seen where it was asked and above, and by nobody else.
 */
@ApplicationModule(
        displayName = "Callers",
        allowedDependencies = {"platform", "platform :: sheet", "identity", "organisation", "resources"})
@NullMarked
package org.tongxin.app.callers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
