/**
 * What every capability stands on: the district's clock, ids, results and their reasons, the shape of an event, the
 * database and its start. Calls no other module and announces nothing.
 *
 * <p>What always holds: the time of the district comes from {@link org.tongxin.app.platform.DistrictClock} alone; an
 * expected refusal is an {@link org.tongxin.app.platform.Outcome}, not an exception; an event listener handles one
 * event once ({@link org.tongxin.app.platform.Inbox}).
 */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
package org.tongxin.app.platform;

import org.springframework.modulith.ApplicationModule;
