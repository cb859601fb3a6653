/**
 * Who acts: accounts, the posts they hold and hand over, temporary help, what they did. Calls {@code platform} only and
 * announces nothing; names of areas and open work it asks through {@link org.tongxin.app.identity.Places} and {@link
 * org.tongxin.app.identity.OpenWork}, which the modules above implement.
 *
 * <p>What always holds: an account follows its post, so rights come from the appointment of the moment and are read again
 * at each request; a scripted account cannot log in, is marked in every record and exists in a demonstration only; a password is known to its owner alone, and a one-time password opens once; nobody gives
 * more than they hold, in territory, rights or time; what
 * {@link org.tongxin.app.identity.Audit} has written is never changed.
 */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"platform", "platform :: backup", "platform :: sheet"})
package org.tongxin.app.identity;

import org.springframework.modulith.ApplicationModule;
