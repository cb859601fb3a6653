package org.tongxin.app.tasks.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.tasks.Answers;
import org.tongxin.app.tasks.Chain;
import org.tongxin.app.tasks.HandOrders;
import org.tongxin.app.tasks.NewOrder;
import org.tongxin.app.tasks.Orders;
import org.tongxin.app.tasks.Progress;
import org.tongxin.app.tasks.Task;
import org.tongxin.app.tasks.TaskField;
import org.tongxin.app.tasks.TaskLevel;
import org.tongxin.app.tasks.Tasks;

/** One order with everything that came back, and an order issued by hand. */
@Controller
class OrdersController {

    /** {@code 到岗人数（人） | People on post | 20时在岗}: what is counted, its unit, the English words, and the rule of counting. */
    private static final Pattern FIELD =
            Pattern.compile("([^（(|｜]+)(?:[（(]([^）)]*)[）)])?\\s*(?:[|｜]([^|｜]*))?(?:[|｜](.*))?");

    private static final int MINUTES_A_FIELD = 2;

    private final Tasks tasks;
    private final Chain chain;
    private final Orders orders;
    private final Organisation organisation;
    private final DistrictClock clock;
    private final Ids ids;
    private final MessageSource messages;
    private final TaskText words;
    private final HandOrders handOrders;

    OrdersController(
            Tasks tasks,
            Chain chain,
            Orders orders,
            Organisation organisation,
            DistrictClock clock,
            Ids ids,
            MessageSource messages,
            TaskText words,
            HandOrders handOrders) {
        this.handOrders = handOrders;
        this.tasks = tasks;
        this.chain = chain;
        this.orders = orders;
        this.organisation = organisation;
        this.clock = clock;
        this.ids = ids;
        this.messages = messages;
        this.words = words;
    }

    /** One street in an order: its own answer beside the sums of its communities. */
    public record StreetRow(Area street, @Nullable Task task, Progress communities, Map<String, Long> sums) {

        public int notAnswered() {
            return communities.total() - communities.reported();
        }

        public boolean behind() {
            return notAnswered() > 0 || (task != null && !task.answered());
        }
    }

    /** The street where it lies in the territory, else the territory. */
    static String part(String territory, String street) {
        return street.startsWith(territory) && street.matches("[0-9]{9}") ? street : territory;
    }

    @GetMapping("/tasks/orders/" + TasksController.ID)
    String order(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String street,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        String territory = actor.territory();
        Chain.OrderSheet sheet = chain.find(id, territory).orElseThrow(() -> new NotFound("order " + id));
        String part = part(territory, street);
        List<Task> communities = tasks.ofOrder(id, TaskLevel.COMMUNITY, part, after, TasksController.PAGE + 1);
        model.addAttribute("kind", TasksController.kind(actor));
        model.addAttribute("sheet", sheet);
        model.addAttribute("withdrawable", handOrders.withdrawable(actor, id));
        model.addAttribute("pageTitle", words.name(sheet.title(), sheet.titleEn()));
        model.addAttribute("beyond", chain.beyond(id).orElse(null));
        model.addAttribute("streets", rows(id, territory));
        model.addAttribute("street", part.equals(territory) ? "" : part);
        Progress above = tasks.progress(TaskLevel.STREET, territory, id);
        Progress below = tasks.progress(TaskLevel.COMMUNITY, territory, id);
        boolean open = above.reported() + below.reported() < above.total() + below.total();
        model.addAttribute(
                "sheetable",
                open && !sheet.fields().isEmpty() && Answers.judged(actor).isPresent());
        model.addAttribute("streetProgress", above);
        model.addAttribute("communityProgress", below);
        model.addAttribute("streetSums", tasks.sums(id, TaskLevel.STREET, territory));
        model.addAttribute("communitySums", tasks.sums(id, TaskLevel.COMMUNITY, territory));
        model.addAttribute(
                "communities", communities.stream().limit(TasksController.PAGE).toList());
        model.addAttribute(
                "next",
                communities.size() > TasksController.PAGE
                        ? communities.get(TasksController.PAGE - 1).areaPath()
                        : null);
        Optional<TaskLevel> judged = Answers.judged(actor);
        model.addAttribute("judged", judged.map(Enum::name).orElse(""));
        model.addAttribute(
                "waiting",
                judged.map(level -> chain.waiting(id, level, territory).size()).orElse(0));
        return "tasks/order";
    }

    private List<StreetRow> rows(UUID order, String territory) {
        Map<String, Task> own = tasks.ofOrder(order, TaskLevel.STREET, territory, "", Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(Task::areaPath, task -> task));
        Map<String, Progress> below = chain.byStreet(TaskLevel.COMMUNITY, territory, order);
        Map<String, Map<String, Long>> sums = chain.sumsByStreet(order, territory);
        return organisation.taskedStreets(territory).stream()
                .filter(street -> own.containsKey(street.path()) || below.containsKey(street.path()))
                .map(street -> new StreetRow(
                        street,
                        own.get(street.path()),
                        below.getOrDefault(street.path(), new Progress(0, 0, 0, 0, 0)),
                        sums.getOrDefault(street.path(), Map.of())))
                .sorted(java.util.Comparator.comparing((StreetRow row) -> !row.behind()))
                .toList();
    }

    /** What the officer filled in. */
    static class OrderForm {
        private String title = "";
        private String titleEn = "";
        private String basis = "";
        private String issuer = "";
        private String reason = "";
        private String due = "";
        private String fields = "";
        private String scope = "ALL";
        private List<String> streets = new ArrayList<>();
        private boolean onward;
        private boolean confirmed;

        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title.strip();
        }

        public String getTitleEn() {
            return titleEn;
        }

        public void setTitleEn(String titleEn) {
            this.titleEn = titleEn.strip();
        }

        public String getBasis() {
            return basis;
        }

        public void setBasis(String basis) {
            this.basis = basis.strip();
        }

        public String getIssuer() {
            return issuer;
        }

        public void setIssuer(String issuer) {
            this.issuer = issuer.strip();
        }

        public String getReason() {
            return reason;
        }

        public void setReason(String reason) {
            this.reason = reason.strip();
        }

        public String getDue() {
            return due;
        }

        public void setDue(String due) {
            this.due = due.strip();
        }

        public String getFields() {
            return fields;
        }

        public void setFields(String fields) {
            this.fields = fields;
        }

        public String getScope() {
            return scope;
        }

        public void setScope(String scope) {
            this.scope = scope;
        }

        public List<String> getStreets() {
            return streets;
        }

        public void setStreets(List<String> streets) {
            this.streets = streets;
        }

        public boolean isOnward() {
            return onward;
        }

        public void setOnward(boolean onward) {
            this.onward = onward;
        }

        public boolean isConfirmed() {
            return confirmed;
        }

        public void setConfirmed(boolean confirmed) {
            this.confirmed = confirmed;
        }
    }

    @GetMapping("/tasks/orders/new")
    String blank(Actor actor, Model model) {
        mayIssue(actor);
        OrderForm form = new OrderForm();
        form.setDue(clock.local(clock.now().plus(java.time.Duration.ofHours(4)))
                .withMinute(0)
                .withSecond(0)
                .withNano(0)
                .toString());
        return form(actor, form, Map.of(), null, model);
    }

    /** First shows what will go out; with {@code confirmed} it goes out. */
    @PostMapping("/tasks/orders")
    String issue(Actor actor, @ModelAttribute("order") OrderForm form, Model model, RedirectAttributes flash) {
        mayIssue(actor);
        Map<String, String> wrong = check(form);
        if (!wrong.isEmpty()) {
            return form(actor, form, wrong, null, model);
        }
        List<TaskField> fields = fields(form.getFields());
        Instant due = due(form.getDue()).orElseThrow();
        List<String> streets = streets(actor, form);
        Optional<Refusal> refusal = refusal(fields, due);
        if (refusal.isPresent()) {
            return form(actor, form, Map.of(), refusal.get(), model);
        }
        if (form.getIssuer().isEmpty()) {
            form.setIssuer(dutyOffice());
        }
        if (!form.isConfirmed()) {
            return confirmation(form, fields, due, streets, model);
        }
        Outcome<UUID> outcome = orders.issue(
                actor,
                order(actor, form, fields, due, streets),
                streets,
                form.isOnward() ? streets : List.of(),
                form.getReason());
        if (outcome instanceof Outcome.Accepted<UUID> accepted) {
            flash.addFlashAttribute("done", "tasks.done.issued");
            return "redirect:/tasks/orders/" + accepted.value();
        }
        return form(actor, form, Map.of(), ((Outcome.Refused<UUID>) outcome).refusal(), model);
    }

    /** The department an order by hand comes from where the officer names no other: an office, never a person. */
    private String dutyOffice() {
        return messages.getMessage(
                "tasks.new.issuer.office",
                new Object[] {organisation.district().name()},
                java.util.Locale.SIMPLIFIED_CHINESE);
    }

    private static void mayIssue(Actor actor) {
        if (actor.role() != Role.DUTY_OFFICER) {
            throw new NotAllowed();
        }
    }

    private String form(
            Actor actor, OrderForm form, Map<String, String> wrong, @Nullable Refusal refusal, Model model) {
        model.addAttribute("order", form);
        model.addAttribute("wrong", wrong);
        model.addAttribute(
                "errors",
                wrong.entrySet().stream()
                        .map(entry -> Map.of("field", entry.getKey(), "message", entry.getValue()))
                        .toList());
        model.addAttribute("refusal", refusal);
        model.addAttribute("allStreets", organisation.taskedStreets(actor.territory()));
        model.addAttribute("mostFields", Orders.MOST_FIELDS);
        return "tasks/new";
    }

    private String confirmation(
            OrderForm form, List<TaskField> fields, Instant due, List<String> streets, Model model) {
        long communities = form.isOnward()
                ? streets.stream()
                        .flatMap(street -> organisation.list(AreaLevel.COMMUNITY, street).stream())
                        .filter(Area::tasked)
                        .count()
                : 0;
        model.addAttribute("order", form);
        model.addAttribute("fields", fields);
        model.addAttribute("due", due);
        model.addAttribute("streets", streets.size());
        model.addAttribute("communities", communities);
        model.addAttribute("minutes", minutes(fields));
        model.addAttribute("hidden", hidden(form, streets));
        return "tasks/confirm";
    }

    private static Map<String, String> hidden(OrderForm form, List<String> streets) {
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put("title", form.getTitle());
        hidden.put("titleEn", form.getTitleEn());
        hidden.put("basis", form.getBasis());
        hidden.put("issuer", form.getIssuer());
        hidden.put("reason", form.getReason());
        hidden.put("due", form.getDue());
        hidden.put("fields", form.getFields());
        hidden.put("scope", form.getScope());
        hidden.put("streets", String.join(",", streets));
        hidden.put("onward", String.valueOf(form.isOnward()));
        hidden.put("confirmed", "true");
        return hidden;
    }

    /** The same order sent twice, by a second press of the button, is one order. */
    private NewOrder order(Actor actor, OrderForm form, List<TaskField> fields, Instant due, List<String> streets) {
        UUID key = ids.of(
                "orderByHand",
                actor.login(),
                form.getTitle(),
                form.getBasis(),
                form.getIssuer(),
                due,
                form.getFields(),
                form.isOnward(),
                streets);
        return new NewOrder(
                "hand:" + key,
                "HAND",
                form.getTitle(),
                form.getTitleEn().isEmpty() ? form.getTitle() : form.getTitleEn(),
                form.getBasis(),
                form.getIssuer(),
                fields,
                minutes(fields),
                false,
                form.isOnward() ? TaskLevel.COMMUNITY : TaskLevel.STREET,
                due,
                null);
    }

    /** Estimated time to answer: two minutes a figure, suggested value. */
    private static int minutes(List<TaskField> fields) {
        return Math.max(1, MINUTES_A_FIELD * fields.size());
    }

    private Optional<Refusal> refusal(List<TaskField> fields, Instant due) {
        if (fields.size() > Orders.MOST_FIELDS) {
            return Optional.of(Refusal.of("T-001", fields.size(), Orders.MOST_FIELDS));
        }
        return due.isAfter(clock.now()) ? Optional.empty() : Optional.of(Refusal.of("T-002", due));
    }

    private List<String> streets(Actor actor, OrderForm form) {
        return organisation.taskedStreets(actor.territory()).stream()
                .map(Area::path)
                .filter(path ->
                        !form.getScope().equals("SOME") || form.getStreets().contains(path))
                .toList();
    }

    private Map<String, String> check(OrderForm form) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (form.getTitle().isEmpty()) {
            wrong.put("title", text("tasks.new.title.missing"));
        }
        if (form.getBasis().isEmpty()) {
            wrong.put("basis", text("tasks.new.basis.missing"));
        }
        if (due(form.getDue()).isEmpty()) {
            wrong.put("due", text("tasks.new.due.missing"));
        }
        if (fields(form.getFields()).isEmpty()) {
            wrong.put("fields", text("tasks.new.fields.missing"));
        }
        if (form.getScope().equals("SOME") && form.getStreets().isEmpty()) {
            wrong.put("streets", text("tasks.new.streets.missing"));
        }
        return wrong;
    }

    private Optional<Instant> due(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed.replace(' ', 'T'))
                    .atZone(clock.zone())
                    .toInstant());
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** One figure a line. */
    static List<TaskField> fields(String typed) {
        List<TaskField> fields = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String line : typed.lines().map(String::strip).toList()) {
            Matcher matcher = FIELD.matcher(line);
            if (line.isEmpty()
                    || !matcher.matches()
                    || seen.putIfAbsent(matcher.group(1).strip(), 1) != null) {
                continue;
            }
            String label = matcher.group(1).strip();
            String english = matcher.group(3) == null ? "" : matcher.group(3).strip();
            String unit = matcher.group(2) == null ? "" : matcher.group(2).strip();
            String rule = matcher.group(4) == null ? "" : matcher.group(4).strip();
            fields.add(
                    new TaskField("f" + (fields.size() + 1), label, english.isEmpty() ? label : english, unit, rule));
        }
        return fields;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
