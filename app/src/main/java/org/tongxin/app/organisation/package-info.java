/**
 * The district as it is organised: areas in rings (district, street, community, grid, compound), member units, people
 * who can be dispatched, and the posts they can be dispatched to; the editions of the list of units, and what units were
 * before.
 *
 * <p>Calls {@code platform} and {@code identity} only, and gives {@code imports} the list of people who can be dispatched.
 * What always holds: an area's id never changes, its path may; a pseudo-unit is listed and never drawn or tasked; what the
 * scenario made up says so.
 */
@ApplicationModule(
        displayName = "Organisation",
        allowedDependencies = {"platform", "platform :: sheet", "identity", "imports"})
package org.tongxin.app.organisation;

import org.springframework.modulith.ApplicationModule;
