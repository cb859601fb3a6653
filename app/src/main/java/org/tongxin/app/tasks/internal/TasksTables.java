package org.tongxin.app.tasks.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class TasksTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of("task_order", "task", "task_report", "order_override", "figure_question");
    }
}
