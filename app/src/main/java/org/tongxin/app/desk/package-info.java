/**
 * The command desk and the residents' page: one screen over the other modules, with no rules of its own, and the stream
 * that tells open pages what has changed.
 */
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {
            "platform",
            "identity",
            "organisation",
            "surveillance",
            "warning",
            "warning :: risk",
            "plans",
            "tasks",
            "dispatch",
            "resources",
            "review",
            "replay"
        })
package org.tongxin.app.desk;

import org.springframework.modulith.ApplicationModule;
