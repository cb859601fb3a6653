package org.tongxin.app.tasks.web;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.tasks.Answers;
import org.tongxin.app.tasks.Chain;
import org.tongxin.app.tasks.KnownFigures;
import org.tongxin.app.tasks.Orders;
import org.tongxin.app.tasks.Task;
import org.tongxin.app.tasks.TaskField;
import org.tongxin.app.tasks.TaskLevel;
import org.tongxin.app.tasks.TaskReport;
import org.tongxin.app.tasks.TaskState;
import org.tongxin.app.tasks.Tasks;

/** Tasks as their readers need them: a worker's phone, a street's desk, the chain of the district; and one task. */
@Controller
class TasksController {

    static final String ID = "{id:[0-9a-fA-F-]{36}}";
    static final int PAGE = 50;

    private static final int ANSWERED = 10;

    private final Tasks tasks;
    private final Chain chain;
    private final Answers answers;
    private final Orders orders;
    private final KnownFigures known;
    private final Organisation organisation;
    private final DistrictClock clock;
    private final TaskText words;

    TasksController(
            Tasks tasks,
            Chain chain,
            Answers answers,
            Orders orders,
            KnownFigures known,
            Organisation organisation,
            DistrictClock clock,
            TaskText words) {
        this.tasks = tasks;
        this.chain = chain;
        this.answers = answers;
        this.orders = orders;
        this.known = known;
        this.organisation = organisation;
        this.clock = clock;
        this.words = words;
    }

    @GetMapping("/tasks")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "STREET") TaskLevel ring,
            @RequestParam(required = false) Chain.@Nullable Missing show,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String waiting,
            @RequestParam(defaultValue = "") String orders,
            @RequestParam(defaultValue = "") String answered,
            Model model) {
        model.addAttribute("kind", kind(actor));
        if (actor.role() == Role.COMMUNITY_WORKER) {
            return phone(actor, answered, model);
        }
        model.addAttribute("streetNames", streetNames(actor));
        Paged<Tasks.OrderLine> page = tasks.orders(actor.territory(), Seen.of(orders));
        model.addAttribute("orders", page.rows());
        model.addAttribute("ordersPage", page);
        model.addAttribute("seen", Map.of("after", after, "waiting", waiting, "orders", orders, "answered", answered));
        model.addAttribute("ordersTotal", tasks.countOrders(actor.territory()));
        if (actor.role() == Role.STREET_WORKER) {
            missing(actor, TaskLevel.COMMUNITY, show, after, model);
            return street(actor, waiting, answered, model);
        }
        missing(actor, ring, show, after, model);
        return district(actor, model);
    }

    private String phone(Actor actor, String answered, Model model) {
        model.addAttribute("todo", tasks.toDo(TaskLevel.COMMUNITY, actor.territory()));
        answered(actor, TaskLevel.COMMUNITY, answered, model);
        model.addAttribute(
                "place", organisation.findArea(actor.territory()).orElseThrow(() -> new NotFound(actor.territory())));
        return "tasks/phone";
    }

    private void answered(Actor actor, TaskLevel level, String seen, Model model) {
        Paged<Task> page = tasks.answered(level, actor.territory(), Seen.of(seen), ANSWERED);
        model.addAttribute("answered", page.rows());
        model.addAttribute("answeredPage", page);
    }

    private String street(Actor actor, String waiting, String answered, Model model) {
        model.addAttribute("todo", tasks.toDo(TaskLevel.STREET, actor.territory()));
        answered(actor, TaskLevel.STREET, answered, model);
        Paged<Task> page = tasks.page(TaskLevel.COMMUNITY, TaskState.REPORTED, actor.territory(), Seen.of(waiting));
        model.addAttribute("waiting", page.rows());
        model.addAttribute("waitingPage", page);
        model.addAttribute("progress", tasks.progress(TaskLevel.COMMUNITY, actor.territory(), null));
        model.addAttribute("open", chain.open(TaskLevel.COMMUNITY, actor.territory()));
        return "tasks/street";
    }

    private String district(Actor actor, Model model) {
        Map<TaskLevel, Object> rings = new EnumMap<>(TaskLevel.class);
        Map<TaskLevel, Object> open = new EnumMap<>(TaskLevel.class);
        for (TaskLevel level : List.of(TaskLevel.STREET, TaskLevel.COMMUNITY)) {
            rings.put(level, tasks.progress(level, actor.territory(), null));
            open.put(level, chain.open(level, actor.territory()));
        }
        model.addAttribute("rings", rings);
        model.addAttribute("open", open);
        model.addAttribute("tightened", chain.tightened(actor.territory()));
        model.addAttribute("mayIssue", actor.role() == Role.DUTY_OFFICER);
        return "tasks/chain";
    }

    /** The open tasks that the pills of the chain filter; what is overdue first where something is. */
    private void missing(Actor actor, TaskLevel ring, Chain.@Nullable Missing wanted, String after, Model model) {
        Chain.Missing show = wanted;
        if (show == null) {
            boolean late = chain.open(ring, actor.territory()).overdue() > 0;
            show = late ? Chain.Missing.OVERDUE : Chain.Missing.UNREPORTED;
        }
        String[] place = (after + "~").split("~", -1);
        List<Task> found = chain.missing(ring, show, actor.territory(), place[0], place[1], PAGE + 1);
        model.addAttribute("ring", ring);
        model.addAttribute("show", show);
        model.addAttribute("missing", found.stream().limit(PAGE).toList());
        if (found.size() > PAGE) {
            Task last = found.get(PAGE - 1);
            model.addAttribute("next", last.areaPath() + "~" + last.orderNumber());
        }
    }

    private Map<String, Area> streetNames(Actor actor) {
        return organisation.list(AreaLevel.STREET, actor.territory()).stream()
                .collect(Collectors.toMap(Area::path, area -> area));
    }

    @GetMapping("/tasks/" + ID)
    String task(Actor actor, @PathVariable UUID id, Model model) {
        Task task = find(actor, id);
        model.addAttribute("kind", kind(actor));
        model.addAttribute("task", task);
        model.addAttribute("pageTitle", words.title(task));
        model.addAttribute(
                "sheet", chain.find(task.orderId(), actor.territory()).orElseThrow());
        model.addAttribute("revisions", chain.revisions(id, actor.territory()));
        model.addAttribute("hands", chain.hands(id, actor.territory()));
        model.addAttribute("late", task.overdue(clock.now()));
        boolean open = !task.answered() && task.state() != TaskState.WITHDRAWN;
        model.addAttribute("mayAnswer", open && Answers.mayAnswer(actor, task));
        model.addAttribute("mayJudge", task.state() == TaskState.REPORTED && judges(actor, task));
        if (task.level() == TaskLevel.STREET) {
            rollUp(actor, task, model);
        }
        Map<String, KnownFigures.Known> held = held(task);
        model.addAttribute("known", held);
        model.addAttribute("asked", task.fields().size() - held.size());
        model.addAttribute("same", known.yesterday(task).isPresent());
        model.addAttribute("changeReason", chain.changeReason(id, actor.territory()));
        model.addAttribute("values", values(task, model));
        return "tasks/task";
    }

    /** What is not asked, since the place answered it today; a street with communities gives their sums instead. */
    private Map<String, KnownFigures.Known> held(Task task) {
        boolean summed = task.level() == TaskLevel.STREET
                && tasks.progress(TaskLevel.COMMUNITY, task.areaPath(), task.orderId())
                                .total()
                        > 0;
        return summed ? Map.of() : known.today(task);
    }

    private void rollUp(Actor actor, Task task, Model model) {
        var communities = tasks.progress(TaskLevel.COMMUNITY, task.areaPath(), task.orderId());
        model.addAttribute("communities", communities);
        model.addAttribute("sums", tasks.sums(task.orderId(), TaskLevel.COMMUNITY, task.areaPath()));
        boolean below =
                organisation.list(AreaLevel.COMMUNITY, task.areaPath()).stream().anyMatch(Area::tasked);
        model.addAttribute(
                "maySplit",
                below
                        && communities.total() == 0
                        && actor.role() == Role.STREET_WORKER
                        && !task.answered()
                        && task.state() != TaskState.WITHDRAWN
                        && !task.overdue(clock.now()));
    }

    /** What the form shows: what was typed, else what was answered before, else the sums of the ring below. */
    private static Map<String, String> values(Task task, Model model) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<?, ?> typed = model.getAttribute("form") instanceof Map<?, ?> form ? form : Map.of();
        Map<?, ?> sums = model.getAttribute("sums") instanceof Map<?, ?> known ? known : Map.of();
        for (TaskField field : task.fields()) {
            Object value = typed.containsKey(Numbers.PREFIX + field.key())
                    ? typed.get(Numbers.PREFIX + field.key())
                    : task.figures().isEmpty()
                            ? sums.get(field.key())
                            : task.figures().get(field.key());
            values.put(field.key(), value == null ? "" : value.toString());
        }
        return values;
    }

    @PostMapping("/tasks/" + ID + "/acknowledgement")
    String acknowledge(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes flash) {
        Task task = find(actor, id);
        if (!Answers.mayAnswer(actor, task)) {
            throw new NotAllowed();
        }
        Outcome<Integer> outcome = answers.acknowledge(actor, List.of(id));
        return Pages.after(outcome, from.equals("list") ? "/tasks" : "/tasks/" + id, flash);
    }

    @PostMapping("/tasks/" + ID + "/report")
    String report(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean nil,
            @RequestParam(defaultValue = "false") boolean same,
            @RequestParam Map<String, String> form,
            RedirectAttributes flash) {
        Task task = find(actor, id);
        if (!Answers.mayAnswer(actor, task)) {
            throw new NotAllowed();
        }
        String page = "/tasks/" + id;
        Map<String, String> typed = form.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(Numbers.PREFIX)
                        || entry.getKey().equals("note"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Outcome<Map<String, Long>> figures = figures(task, nil, same, form);
        if (figures instanceof Outcome.Refused<?>) {
            return Pages.after(figures, page, page, flash, typed);
        }
        String note = TaskText.cut(form.getOrDefault("note", "").strip(), 500);
        Outcome<Task> outcome = answers.report(actor, new TaskReport(id, figures.orThrow(), note), version);
        if (outcome instanceof Outcome.Accepted<?>) {
            flash.addFlashAttribute("done", "tasks.done.reported");
        }
        return Pages.after(outcome, page, page, flash, typed);
    }

    /** What was typed; else nil or yesterday's, by one tap. What the place answered today stands where nothing was typed. */
    private Outcome<Map<String, Long>> figures(Task task, boolean nil, boolean same, Map<String, String> form) {
        Map<String, Long> given = new LinkedHashMap<>();
        if (nil) {
            task.fields().forEach(field -> given.put(field.key(), 0L));
        } else if (same) {
            given.putAll(known.yesterday(task).orElse(Map.of()));
        }
        held(task).forEach((key, figure) -> given.put(key, figure.value()));
        return nil || same
                ? Outcome.accepted(given)
                : Numbers.read(task.fields(), form).map(typed -> {
                    given.putAll(typed);
                    return given;
                });
    }

    @PostMapping("/tasks/" + ID + "/return")
    String sendBack(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        Task task = find(actor, id);
        if (!judges(actor, task)) {
            throw new NotAllowed();
        }
        Outcome<Task> outcome = answers.sendBack(actor, id, TaskText.cut(reason.strip(), 500), version);
        if (outcome instanceof Outcome.Accepted<?>) {
            flash.addFlashAttribute("done", "tasks.done.returned");
        }
        return Pages.after(outcome, "/tasks/" + id, "/tasks/" + id, flash, Map.of("reason", reason));
    }

    /** Accepts the chosen answers or, with {@code order} and {@code all}, every answer of an order that waits. */
    @PostMapping("/tasks/acceptance")
    String accept(
            Actor actor,
            @RequestParam(defaultValue = "") List<UUID> ids,
            @RequestParam(required = false) @Nullable UUID order,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable UUID task,
            RedirectAttributes flash) {
        TaskLevel level = Answers.judged(actor).orElseThrow(NotAllowed::new);
        List<UUID> chosen = all && order != null ? chain.waiting(order, level, actor.territory()) : ids;
        Outcome<Integer> outcome = chosen.isEmpty() ? Outcome.refused("T-013") : answers.accept(actor, chosen);
        if (outcome instanceof Outcome.Accepted<Integer> accepted) {
            flash.addFlashAttribute("done", "tasks.done.accepted");
            flash.addFlashAttribute("doneCount", accepted.value());
        }
        String back = task != null ? "/tasks/" + task : order != null ? "/tasks/orders/" + order : "/tasks";
        return Pages.after(outcome, back, flash);
    }

    @PostMapping("/tasks/" + ID + "/split")
    String split(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int minutesBefore,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        Task task = find(actor, id);
        if (task.level() != TaskLevel.STREET || !Answers.mayAnswer(actor, task)) {
            throw new NotAllowed();
        }
        Outcome<Integer> outcome = task.answered() || task.state() == TaskState.WITHDRAWN
                ? Outcome.refused("T-005", task.orderNumber(), task.areaName(), task.state())
                : orders.split(actor, id, Math.clamp(minutesBefore, 0, 24 * 60), TaskText.cut(reason.strip(), 200));
        if (outcome instanceof Outcome.Accepted<Integer> accepted) {
            flash.addFlashAttribute("done", "tasks.done.split");
            flash.addFlashAttribute("doneCount", accepted.value());
        }
        return Pages.after(outcome, "/tasks/" + id, flash);
    }

    private Task find(Actor actor, UUID id) {
        return tasks.find(id, actor.territory()).orElseThrow(() -> new NotFound("task " + id));
    }

    private static boolean judges(Actor actor, Task task) {
        return Answers.judged(actor).filter(level -> level == task.level()).isPresent();
    }

    /** A community works on its phone, everyone else at a desk. */
    static String kind(Actor actor) {
        return actor.role() == Role.COMMUNITY_WORKER ? "phone" : "desk";
    }
}
