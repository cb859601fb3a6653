package org.tongxin.app.tasks;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** Tasks of an order were answered in a street. @param tasks how many */
public record TaskReported(EventFacts facts, UUID order, String template, int tasks) implements DistrictEvent {

    @Override
    public int quantity() {
        return tasks;
    }
}
