package org.tongxin.app.tasks;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** Tasks of an order are past their time in a street; their posts were reminded. @param tasks how many */
public record TaskOverdue(EventFacts facts, UUID order, String template, int tasks) implements DistrictEvent {

    @Override
    public int quantity() {
        return tasks;
    }
}
