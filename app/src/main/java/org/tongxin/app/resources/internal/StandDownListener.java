package org.tongxin.app.resources.internal;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxin.app.plans.PlanStoodDown;
import org.tongxin.app.platform.Inbox;
import org.tongxin.app.resources.Requisitions;

/** When the response ends, what was requisitioned for it ends with it. */
@Component
class StandDownListener {

    private final Requisitions requisitions;
    private final Inbox inbox;

    StandDownListener(Requisitions requisitions, Inbox inbox) {
        this.requisitions = requisitions;
        this.inbox = inbox;
    }

    @ApplicationModuleListener
    void on(PlanStoodDown ended) {
        if (inbox.firstDelivery(ended.facts().id(), "resources.requisitions")) {
            requisitions.endWithIncident(ended.activation(), ended.facts().id());
        }
    }
}
