package org.tongxin.app.replay.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.DemonstrationLogin;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.replay.ReplayStatus;
import org.tongxin.app.tasks.Answers;
import org.tongxin.app.tasks.Task;
import org.tongxin.app.tasks.TaskField;
import org.tongxin.app.tasks.TaskLevel;
import org.tongxin.app.tasks.TaskReport;
import org.tongxin.app.tasks.TaskState;
import org.tongxin.app.tasks.Tasks;
import org.tongxin.core.random.KeyedRandom;

/** Scripted streets, communities and district posts: acknowledge, report, accept, send back; a few are late. */
@Component
class FieldScript {

    private static final int ALL = 100_000;
    private static final double LATE = 0.03;
    private static final double SENT_BACK = 0.002;
    private static final Duration AHEAD = Duration.ofHours(14);

    private final Cast cast;
    private final DistrictClock clock;
    private final Accounts accounts;
    private final ReplayStore store;
    private final Tasks tasks;
    private final Answers answers;
    private final MessageSource messages;
    private final KeyedRandom chance;

    FieldScript(
            Cast cast,
            DistrictClock clock,
            Accounts accounts,
            ReplayStore store,
            Tasks tasks,
            Answers answers,
            MessageSource messages,
            PlatformSettings settings) {
        this.cast = cast;
        this.clock = clock;
        this.accounts = accounts;
        this.store = store;
        this.tasks = tasks;
        this.answers = answers;
        this.messages = messages;
        this.chance = new KeyedRandom(settings.seed());
    }

    void acknowledge(TaskLevel level) {
        Actor actor = actor(level);
        Set<String> left = leftToPeople();
        List<UUID> waiting = tasks.inState(level, List.of(TaskState.ISSUED), actor.territory(), ALL).stream()
                .filter(task -> inTime(task) && !left.contains(task.areaPath()))
                .map(Task::id)
                .toList();
        if (!waiting.isEmpty()) {
            answers.acknowledge(actor, waiting);
        }
    }

    /** Answers what is due soon, and what the slow ones left from the day before. */
    void report(TaskLevel level) {
        Actor actor = actor(level);
        Set<String> left = leftToPeople();
        List<TaskReport> reports = new ArrayList<>();
        for (Task task : tasks.inState(
                level, List.of(TaskState.ISSUED, TaskState.ACKNOWLEDGED, TaskState.RETURNED), actor.territory(), ALL)) {
            if (task.dueAt().isBefore(clock.now().plus(AHEAD)) && inTime(task) && !left.contains(task.areaPath())) {
                reports.add(new TaskReport(task.id(), figures(task), ""));
            }
        }
        if (!reports.isEmpty()) {
            answers.reportAll(actor, reports);
        }
    }

    /** With the script off, the places whose workers a visitor may play are left to them. */
    private Set<String> leftToPeople() {
        boolean scripted = store.find().map(ReplayStatus::scriptedDuty).orElse(true);
        return scripted
                ? Set.of()
                : accounts.listDemonstrationLogins().stream()
                        .map(DemonstrationLogin::areaPath)
                        .filter(path -> path.length() > 6)
                        .collect(Collectors.toSet());
    }

    /** The slow ones answer on the day after. */
    private boolean inTime(Task task) {
        boolean slow = chance.uniform(51, key(task)) < LATE;
        return !slow || task.issuedAt().plus(Duration.ofHours(20)).isBefore(clock.now());
    }

    private Map<String, Long> figures(Task task) {
        Map<String, Long> figures = new LinkedHashMap<>();
        Map<String, Long> below = task.goesTo() == TaskLevel.COMMUNITY && task.level() == TaskLevel.STREET
                ? tasks.sums(task.orderId(), TaskLevel.COMMUNITY, task.areaPath())
                : Map.of();
        long previous = 4 + chance.below(14, key(task), 1);
        for (TaskField field : task.fields()) {
            // Scenario: later figures of a form count parts of earlier ones.
            previous = Math.max(0, previous - chance.below(3, key(task), KeyedRandom.key(field.key())));
            figures.put(
                    field.key(),
                    below.getOrDefault(
                            field.key(),
                            task.goesTo() == TaskLevel.COMMUNITY && task.level() == TaskLevel.STREET ? 0L : previous));
        }
        return figures;
    }

    /** The ring above accepts what was reported; a few answers go back once. */
    void judge(TaskLevel reported) {
        Actor judge = cast.play(reported == TaskLevel.COMMUNITY ? Cast.STREETS : Cast.DUTY);
        List<UUID> good = new ArrayList<>();
        for (Task task : tasks.inState(reported, List.of(TaskState.REPORTED), judge.territory(), ALL)) {
            if (task.returnReason() == null && chance.uniform(52, key(task)) < SENT_BACK) {
                String reason = messages.getMessage("script.incomplete", null, java.util.Locale.SIMPLIFIED_CHINESE);
                answers.sendBack(judge, task.id(), reason, task.version());
            } else {
                good.add(task.id());
            }
        }
        if (!good.isEmpty()) {
            answers.accept(judge, good);
        }
    }

    private Actor actor(TaskLevel level) {
        return cast.play(
                switch (level) {
                    case COMMUNITY -> Cast.COMMUNITIES;
                    case STREET -> Cast.STREETS;
                    case DISTRICT -> Cast.DUTY;
                });
    }

    private static long key(Task task) {
        return KeyedRandom.key(task.template() + task.areaPath());
    }
}
