package org.tongxin.app.tasks;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** Tasks of an order stayed unanswered long after the reminder; the ring above their street sees them first. @param tasks how many */
public record TaskEscalated(EventFacts facts, UUID order, String template, int tasks) implements DistrictEvent {

    @Override
    public int quantity() {
        return tasks;
    }
}
