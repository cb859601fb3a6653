/**
 * People to posts: which posts must be covered, who is asked to stand there, what stays empty and why. Listens to {@code
 * TaskIssued} and {@code OrdersWithdrawn}; announces {@code Dispatched}, {@code CoverageLost} and {@code
 * CoverageRestored}.
 *
 * <p>What always holds: a plan is proved best over the pairs it looked at, by separate code, before anyone sees it; a
 * volunteer is asked and may decline, which leaves no mark; a post below its minimum is a gap on the duty officer's
 * screen until it is filled; what a scenario expects of people stands beside who is on the roll and orders nobody. What happens in the field is {@link org.tongxin.app.dispatch.duty}.
 */
@ApplicationModule(
        displayName = "Dispatch",
        allowedDependencies = {
            "platform",
            "platform :: sheet",
            "identity",
            "organisation",
            "delegation",
            "forms :: figures",
            "simulation",
            "tasks",
            "warning :: indicators"
        })
package org.tongxin.app.dispatch;

import org.springframework.modulith.ApplicationModule;
