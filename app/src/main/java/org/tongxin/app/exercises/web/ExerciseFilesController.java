package org.tongxin.app.exercises.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.exercises.Exercise;
import org.tongxin.app.exercises.Exercises;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** Exercises as a file. */
@Controller
class ExerciseFilesController {

    private final Exercises exercises;
    private final ListWords words;
    private final Sheets sheets;

    ExerciseFilesController(Exercises exercises, ListWords words, Sheets sheets) {
        this.exercises = exercises;
        this.words = words;
        this.sheets = sheets;
    }

    /** Those that the page lists. */
    @GetMapping("/exercises/all" + SheetFormat.PATH)
    void file(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head(
                "number",
                "areaCode",
                "mode",
                "planVersion",
                "scenario",
                "aims",
                "state",
                "planned",
                "started",
                "ended");
        sheets.send(
                response,
                format,
                "exercises",
                head,
                row -> exercises.list(actor).forEach(exercise -> row.accept(cells(exercise))));
    }

    private List<@Nullable Object> cells(Exercise exercise) {
        return Arrays.asList(
                exercise.number(),
                exercise.areaPath(),
                words.word("word.", exercise.mode()),
                exercise.planVersion(),
                exercise.scenario(),
                exercise.aims(),
                words.word("exercise.state.", exercise.state()),
                exercise.plannedAt(),
                exercise.startedAt(),
                exercise.endedAt());
    }
}
