/**
 * Who acts: accounts, the posts they hold, what they did. Calls {@code platform} only and announces nothing.
 *
 * <p>What always holds: an account follows its post, so rights come from the appointment of the moment and are read again
 * at each request; a scripted account cannot log in, is marked in every record and exists in a demonstration only; what
 * {@link org.tongxin.app.identity.Audit} has written is never changed.
 */
@ApplicationModule(displayName = "Identity", allowedDependencies = "platform")
package org.tongxin.app.identity;

import org.springframework.modulith.ApplicationModule;
