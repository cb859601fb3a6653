package org.tongxin.app.review.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class ReviewTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of("timeline_entry", "lesson");
    }
}
