package org.tongxin.app.tasks.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.forms.figures.Figure;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.tasks.Chain;
import org.tongxin.app.tasks.KnownFigures;
import org.tongxin.app.tasks.Progress;
import org.tongxin.app.tasks.Task;
import org.tongxin.app.tasks.TaskField;

/** Words of tasks in the reader's language: {@code ${@tasktext.title(task)}}. */
@Component("tasktext")
class TaskText {

    /** The longest text that is pasted into a chat. */
    static final int CHAT = 200;

    private static final int SHORTENED = 60;
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final MessageSource messages;
    private final DistrictClock clock;
    private final Accounts accounts;

    TaskText(MessageSource messages, DistrictClock clock, Accounts accounts) {
        this.messages = messages;
        this.clock = clock;
        this.accounts = accounts;
    }

    public String name(String chinese, String english) {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") && !english.isBlank() ? english : chinese;
    }

    public String title(Task task) {
        return name(task.title(), task.titleEn());
    }

    public String area(Task task) {
        return name(task.areaName(), task.areaNameEn());
    }

    public String label(TaskField field) {
        return name(field.label(), field.labelEn());
    }

    /** A figure with its separators, or a dash where there is none. */
    public String figure(@Nullable Map<String, Long> figures, TaskField field) {
        Long value = figures == null ? null : figures.get(field.key());
        return value == null ? "–" : String.format(Locale.ROOT, "%,d", value);
    }

    /** Who did something, as the organisation knows them; a visitor reads only that the post did it. */
    public String who(Actor reader, @Nullable String login) {
        if (login == null || reader.role() == Role.OBSERVER) {
            return text("tasks.who.post");
        }
        return accounts.findActor(login).map(Actor::name).orElse(login);
    }

    /** The order in at most {@value #CHAT} characters, to be pasted into a chat. */
    public String chat(Chain.OrderSheet order) {
        String fields = order.fields().stream().map(this::label).collect(Collectors.joining(text("tasks.comma")));
        Object[] parts = {
            order.number(),
            cut(name(order.title(), order.titleEn()), SHORTENED),
            order.issuer(),
            due(order.dueAt()),
            fields.isEmpty() ? text("tasks.chat.noFields") : cut(fields, SHORTENED),
            cut(order.basis(), SHORTENED / 2)
        };
        return cut(messages.getMessage("tasks.chat", parts, LocaleContextHolder.getLocale()), CHAT);
    }

    /** What a place answered, in at most {@value #CHAT} characters, to be pasted into a chat. */
    public String result(Task task) {
        Instant reported = task.reportedAt();
        return cut(
                text(
                        "tasks.result",
                        area(task),
                        figures(task.fields(), task.figures()),
                        task.orderNumber(),
                        reported == null ? "–" : due(reported)),
                CHAT);
    }

    /** What came of an order so far, in at most {@value #CHAT} characters. */
    public String result(Chain.OrderSheet order, Progress streets, Progress communities, Map<String, Long> streetSums) {
        String figures = figures(order.fields(), streetSums);
        return cut(
                text(
                        "tasks.result.order",
                        order.number(),
                        cut(name(order.title(), order.titleEn()), SHORTENED / 2),
                        streets.reported(),
                        streets.total(),
                        communities.reported(),
                        communities.total(),
                        cut(figures, SHORTENED),
                        due(clock.now())),
                CHAT);
    }

    private String figures(List<TaskField> fields, Map<String, Long> figures) {
        String text = fields.stream()
                .filter(field -> figures.containsKey(field.key()))
                .map(field -> label(field) + figures.get(field.key()) + field.unit())
                .collect(Collectors.joining(text("tasks.comma")));
        return text.isEmpty() ? text("tasks.result.none") : cut(text, CHAT / 2);
    }

    private String due(Instant instant) {
        return DUE.format(clock.local(instant));
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** Labels of the fields in one line, with the rule of counting where there is one. */
    public String labels(List<TaskField> fields) {
        return fields.stream()
                .map(field -> field.definition().isEmpty()
                        ? label(field)
                        : text("tasks.ruled", label(field), field.definition()))
                .collect(Collectors.joining(text("tasks.comma")));
    }

    /** Where a figure comes from that is not asked again. */
    public String source(KnownFigures.Known known) {
        Figure figure = known.figure();
        if (figure != null) {
            return text(
                    "tasks.known.program",
                    name(figure.label(), figure.labelEn()),
                    name(figure.definition(), figure.definitionEn()));
        }
        return known.number().isEmpty()
                ? text("tasks.known.below", known.issuer())
                : text("tasks.known.order", known.issuer(), known.number());
    }

    private String text(String key, Object... values) {
        Object[] texts = Arrays.stream(values).map(String::valueOf).toArray();
        return messages.getMessage(key, values.length == 0 ? null : texts, LocaleContextHolder.getLocale());
    }
}
