package org.tongxin.app.exercises;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.tasks.TaskField;

/**
 * What is put to a card.
 *
 * @param item code of the plan item; {@code null} for what the conductor adds
 * @param expected what a good answer shows
 * @param minute of the exercise at which it is put
 * @param dueMinute until which it is to be answered
 * @param answeredSecond whole seconds of the exercise, rounded up, after which it was answered
 * @param figures the answer by key of the field; empty before
 * @param mark {@code null} until it is assessed
 * @param lesson the lesson it led to
 * @param noLesson why none is needed although it was not met
 */
public record Call(
        UUID id,
        UUID cardId,
        String post,
        String level,
        @Nullable String item,
        String title,
        String titleEn,
        List<TaskField> fields,
        String expected,
        int minute,
        int dueMinute,
        @Nullable Instant answeredAt,
        @Nullable Integer answeredSecond,
        Map<String, String> figures,
        String note,
        @Nullable Mark mark,
        String remark,
        @Nullable UUID lesson,
        String noLesson,
        int version) {

    public Call {
        fields = List.copyOf(fields);
        figures = Map.copyOf(figures);
    }

    /** Whether it was answered by its minute. */
    public boolean inTime() {
        return answeredSecond != null && answeredSecond <= dueMinute * 60;
    }

    /** Whether it was not wholly met, and nobody has said yet what follows from it. */
    public boolean waitsForLesson() {
        return mark != null && mark != Mark.MET && lesson == null && noLesson.isEmpty();
    }
}
