/**
 * The demonstration: loads the district of March 2022, moves the district's clock day by day, feeds in what was published,
 * and lets scripted persons act through the same doors as people. Exists in demonstration mode only.
 *
 * <p>What always holds: a phase is kept before it acts and may be acted again after a crash with the same result; a day
 * ends only when no event publication is outstanding; what chance decides is keyed by seed, place and day, never drawn in
 * sequence; a missing day stays missing.
 */
@ApplicationModule(
        displayName = "Replay",
        allowedDependencies = {
            "platform",
            "identity",
            "organisation",
            "delegation",
            "surveillance",
            "warning",
            "warning :: risk",
            "supervision",
            "simulation",
            "plans",
            "tasks",
            "dispatch",
            "dispatch :: duty",
            "resources",
            "cooperation",
            "review"
        })
package org.tongxin.app.replay;

import org.springframework.modulith.ApplicationModule;
