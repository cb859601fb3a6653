package org.tongxin.app.protection.internal;

import java.util.Objects;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxin.app.plans.PlanActivation;
import org.tongxin.app.plans.PlanStoodDown;
import org.tongxin.app.plans.Plans;
import org.tongxin.app.platform.Inbox;
import org.tongxin.app.protection.Destructions;

/** The end of an incident starts the countdown of its personal data. */
@Component
class StandDown {

    private final Inbox inbox;
    private final Plans plans;
    private final Destructions destructions;

    StandDown(Inbox inbox, Plans plans, Destructions destructions) {
        this.inbox = inbox;
        this.plans = plans;
        this.destructions = destructions;
    }

    @ApplicationModuleListener
    void on(PlanStoodDown ended) {
        if (!inbox.firstDelivery(ended.facts().id(), "protection.countdown")) {
            return;
        }
        PlanActivation activation = plans.history().stream()
                .filter(plan -> plan.id().equals(ended.activation()))
                .findFirst()
                .orElseThrow();
        destructions.begin(activation.id(), activation.activatedAt(), Objects.requireNonNull(activation.stoodDownAt()));
    }
}
