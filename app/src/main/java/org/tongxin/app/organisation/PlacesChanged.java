package org.tongxin.app.organisation;

import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** Units of the district have other codes or names, were added or ended. @param changes how many */
public record PlacesChanged(EventFacts facts, int changes) implements DistrictEvent {

    @Override
    public int quantity() {
        return changes;
    }
}
