/**
 * The district as it is organised: areas in rings (district, street, community, grid, compound), member units, people
 * who can be dispatched, and the posts they can be dispatched to.
 *
 * <p>Calls {@code platform} and {@code identity} only. What always holds: an area's id never changes, its path may; a
 * pseudo-unit is listed and never drawn or tasked; what the scenario made up says so.
 */
@ApplicationModule(
        displayName = "Organisation",
        allowedDependencies = {"platform", "identity"})
package org.tongxin.app.organisation;

import org.springframework.modulith.ApplicationModule;
