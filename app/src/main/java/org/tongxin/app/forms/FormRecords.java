package org.tongxin.app.forms;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;
import org.tongxin.app.platform.PlacedRecords;

/** The module's tables; a form goes on in the successor of the place that keeps it. */
@Component
class FormRecords implements OwnedTables, PlacedRecords {

    @Override
    public List<String> names() {
        return List.of("form_mapping", "form_template");
    }

    @Override
    public List<Column> goOn() {
        return List.of(new Column("form_template", "area_path"));
    }
}
