package org.tongxin.app.tasks;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** Answers to an order were accepted in a street, by the ring above. @param tasks how many */
public record TaskAccepted(EventFacts facts, UUID order, String template, int tasks) implements DistrictEvent {

    @Override
    public int quantity() {
        return tasks;
    }
}
