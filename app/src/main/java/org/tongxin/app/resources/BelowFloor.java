package org.tongxin.app.resources;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** Items of a warehouse fell below their floor. @param items how many */
public record BelowFloor(EventFacts facts, UUID warehouse, int items) implements DistrictEvent {

    @Override
    public int quantity() {
        return items;
    }
}
