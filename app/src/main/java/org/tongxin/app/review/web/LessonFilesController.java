package org.tongxin.app.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.review.Lesson;
import org.tongxin.app.review.Reviews;

/** Lessons as a file. */
@Controller
class LessonFilesController {

    private final Reviews reviews;
    private final ListWords words;
    private final Sheets sheets;

    LessonFilesController(Reviews reviews, ListWords words, Sheets sheets) {
        this.reviews = reviews;
        this.words = words;
        this.sheets = sheets;
    }

    /** Those learned in earnest and in exercises. */
    @GetMapping("/review/lessons" + SheetFormat.PATH)
    void file(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head =
                words.head("finding", "change", "owner", "planItem", "due", "recorded", "planRevision", "exercise");
        sheets.send(
                response,
                format,
                "lessons",
                head,
                row -> reviews.lessons(actor.territory()).forEach(lesson -> row.accept(cells(lesson))));
    }

    private static List<@Nullable Object> cells(Lesson lesson) {
        return Arrays.asList(
                lesson.finding(),
                lesson.change(),
                lesson.owner(),
                lesson.planItem(),
                lesson.dueDay(),
                lesson.recordedAt(),
                lesson.planRevision(),
                lesson.exercise());
    }
}
