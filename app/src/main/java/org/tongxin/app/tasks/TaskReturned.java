package org.tongxin.app.tasks;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** An answer was sent back to be completed. @param tasks how many */
public record TaskReturned(EventFacts facts, UUID order, String template, int tasks) implements DistrictEvent {

    @Override
    public int quantity() {
        return tasks;
    }
}
