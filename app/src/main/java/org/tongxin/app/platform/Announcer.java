package org.tongxin.app.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Announces events: gives them their id and time and hands them to the registry inside the caller's transaction. */
@Component
public class Announcer {

    private final ApplicationEventPublisher publisher;
    private final DistrictClock clock;
    private final Ids ids;

    Announcer(ApplicationEventPublisher publisher, DistrictClock clock, Ids ids) {
        this.publisher = publisher;
        this.clock = clock;
        this.ids = ids;
    }

    /** The facts of an event of this kind that happens now. */
    public EventFacts facts(
            Class<? extends DistrictEvent> kind,
            String key,
            String areaPath,
            String actor,
            @Nullable UUID causedBy,
            Reason summary) {
        return new EventFacts(ids.of(kind.getSimpleName(), key), clock.now(), causedBy, areaPath, key, actor, summary);
    }

    /** Announces the event. Without a transaction its listeners would never run, so that is refused. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(DistrictEvent event) {
        publisher.publishEvent(event);
    }
}
