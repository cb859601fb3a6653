package org.tongxin.app.dispatch.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class DispatchTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of(
                "shift_swapped",
                "shift_swap",
                "shift_wish",
                "week_gap",
                "week_place",
                "week_plan",
                "street_coverage",
                "coverage_withdrawn",
                "shift_plan",
                "shift_post",
                "shift_state",
                "shift_called_off",
                "shift_choice",
                "shift_repair",
                "assignment",
                "shift_unavailable",
                "coverage_gap");
    }
}
