package org.tongxin.app.resources.internal;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Inbox;
import org.tongxin.app.resources.Forecasts;
import org.tongxin.app.simulation.CourseAdopted;

/** When a course is adopted, what it needs is what supplies expect. */
@Component
class CourseListener {

    private final Forecasts forecasts;
    private final Inbox inbox;

    CourseListener(Forecasts forecasts, Inbox inbox) {
        this.forecasts = forecasts;
        this.inbox = inbox;
    }

    @ApplicationModuleListener
    void on(CourseAdopted adopted) {
        if (inbox.firstDelivery(adopted.facts().id(), "resources.forecasts")) {
            forecasts.renew();
        }
    }
}
