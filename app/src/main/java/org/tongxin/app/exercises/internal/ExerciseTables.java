package org.tongxin.app.exercises.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class ExerciseTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of("exercise", "role_card", "exercise_call");
    }
}
