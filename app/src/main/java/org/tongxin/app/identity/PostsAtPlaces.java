package org.tongxin.app.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PlacedRecords;

/** Whoever holds a post at a place that ends holds it in its successor, with what is read there; so does who is proposed for one. */
@Component
class PostsAtPlaces implements PlacedRecords {

    @Override
    public List<Column> goOn() {
        return List.of(new Column("appointment", "area_path"), new Column("account_proposal", "area_path"));
    }
}
