package org.tongxin.app.tasks.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.tasks.Answers;
import org.tongxin.app.tasks.Task;
import org.tongxin.app.tasks.TaskState;
import org.tongxin.app.tasks.Tasks;
import org.tongxin.core.roll.GroupRoll;
import org.tongxin.core.roll.RollItem;
import org.tongxin.core.roll.RollRow;
import org.tongxin.core.roll.RollSums;

/**
 * A roll of a group chat for the answer of a task: pasted, shown as rows to keep or strike, and put as sums into the form of the
 * answer. Nothing of it is stored; what is stored is the answer, once the person sends it.
 */
@Controller
class RollController {

    private static final String ADDRESS = "/tasks/" + TasksController.ID + "/roll";
    private static final String PAGE = "tasks/roll";

    private final Tasks tasks;

    RollController(Tasks tasks) {
        this.tasks = tasks;
    }

    /** One sum that may go into a field. @param name of the field of the form @param amount as text */
    public record Sum(String name, String thing, String unit, String amount) {}

    @GetMapping(ADDRESS)
    String page(Actor actor, @PathVariable UUID id, Model model) {
        show(actor, find(actor, id), "", model);
        return PAGE;
    }

    private Task find(Actor actor, UUID id) {
        Task task = tasks.find(id, actor.territory()).orElseThrow(() -> new NotFound("task " + id));
        if (!Answers.mayAnswer(actor, task) || task.answered() || task.state() == TaskState.WITHDRAWN) {
            throw new NotAllowed();
        }
        return task;
    }

    private static void show(Actor actor, Task task, String text, Model model) {
        model.addAttribute("kind", TasksController.kind(actor));
        model.addAttribute("task", task);
        model.addAttribute("text", text);
        model.addAttribute("longest", GroupRoll.LONGEST);
    }

    /**
     * The rows of a roll: those that are sure are kept until struck, those that are not wait for the person to keep them. Lines that
     * were mended beside their question are read in place of what was pasted, and what was ticked or struck stays so.
     *
     * @param row numbers of the rows that were kept, from 0; read only where {@code form} says that it is read {@code again}
     */
    @PostMapping(ADDRESS)
    String read(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") List<String> row,
            @RequestParam Map<String, String> form,
            Model model) {
        Task task = find(actor, id);
        String mended = RollLines.mended(text, form);
        show(actor, task, mended, model);
        List<RollRow> rows = GroupRoll.read(mended);
        if (rows.isEmpty() || mended.length() > GroupRoll.LONGEST) {
            String code = mended.length() > GroupRoll.LONGEST ? "T-031" : "T-029";
            model.addAttribute("refusal", Refusal.of(code, mended.length(), GroupRoll.LONGEST));
            return PAGE;
        }
        Map<RollRow, Boolean> before = form.containsKey("again") ? ticks(GroupRoll.read(text), row) : Map.of();
        List<Integer> kept = IntStream.range(0, rows.size())
                .filter(number ->
                        before.getOrDefault(rows.get(number), !rows.get(number).unsure()))
                .boxed()
                .toList();
        model.addAttribute("chosen", form);
        rows(rows, kept, mended, model);
        return PAGE;
    }

    private static Map<RollRow, Boolean> ticks(List<RollRow> rows, List<String> kept) {
        Map<RollRow, Boolean> ticks = new HashMap<>();
        for (int number = 0; number < rows.size(); number++) {
            ticks.put(rows.get(number), kept.contains(Integer.toString(number)));
        }
        return ticks;
    }

    private static void rows(List<RollRow> rows, List<Integer> kept, String text, Model model) {
        List<RollLines.Shown> shown = RollLines.of(text, rows);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "asked", shown.stream().filter(each -> each.row().unsure()).toList());
        model.addAttribute(
                "sure", shown.stream().filter(each -> !each.row().unsure()).toList());
        model.addAttribute("kept", kept);
        model.addAttribute("sums", sums(rows, kept));
    }

    /** A line for everything that any row names, with the amount of the rows that are kept. */
    private static List<Sum> sums(List<RollRow> rows, List<Integer> kept) {
        Map<String, String> amounts = new HashMap<>();
        sums(RollSums.of(kept.stream().map(rows::get).toList())).forEach(sum -> amounts.put(sum.name(), sum.amount()));
        return sums(RollSums.of(rows)).stream()
                .map(sum -> new Sum(sum.name(), sum.thing(), sum.unit(), amounts.getOrDefault(sum.name(), "0")))
                .toList();
    }

    private static List<Sum> sums(RollSums all) {
        List<Sum> sums = new ArrayList<>();
        sums.add(new Sum("to.rows", "rows", "", Integer.toString(all.rows())));
        sums.add(new Sum("to.households", "households", "", Integer.toString(all.households())));
        for (RollItem item : all.items()) {
            sums.add(
                    new Sum(field(item), item.name(), item.unit(), item.amount().toPlainString()));
        }
        return sums;
    }

    private static String field(RollItem item) {
        return "to." + item.name() + "|" + item.unit();
    }

    /**
     * Puts the sums of the rows that were kept into the fields of the answer, and goes back to its form, where they can be changed.
     *
     * @param row numbers of the rows that were kept, from 0
     */
    @PostMapping(ADDRESS + "/sums")
    String sums(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") List<String> row,
            @RequestParam Map<String, String> form,
            Model model,
            RedirectAttributes flash) {
        Task task = find(actor, id);
        List<RollRow> rows = GroupRoll.read(text);
        List<Integer> kept = IntStream.range(0, rows.size())
                .filter(number -> row.contains(Integer.toString(number)))
                .boxed()
                .toList();
        Outcome<Map<String, String>> values =
                values(task, RollSums.of(kept.stream().map(rows::get).toList()), form);
        if (values instanceof Outcome.Accepted<Map<String, String>> accepted) {
            flash.addFlashAttribute("form", accepted.value());
            flash.addFlashAttribute("done", "tasks.done.roll");
            flash.addFlashAttribute("doneCount", kept.size());
            return "redirect:/tasks/" + id + "#report";
        }
        show(actor, task, text, model);
        model.addAttribute("refusal", ((Outcome.Refused<?>) values).refusal());
        model.addAttribute("chosen", form);
        rows(rows, kept, text, model);
        return PAGE;
    }

    /** By field of the form of the answer. Several sums in one field are added. Refused: T-030, T-032. */
    private static Outcome<Map<String, String>> values(Task task, RollSums sums, Map<String, String> form) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (Sum sum : sums(sums)) {
            String key = form.getOrDefault(sum.name(), "");
            if (task.fields().stream().anyMatch(field -> field.key().equals(key))) {
                values.merge(key, new BigDecimal(sum.amount()), BigDecimal::add);
            }
        }
        if (values.isEmpty() || sums.rows() == 0) {
            return Outcome.refused("T-032");
        }
        Map<String, String> figures = new LinkedHashMap<>();
        for (Map.Entry<String, BigDecimal> value : values.entrySet()) {
            BigDecimal whole = value.getValue().stripTrailingZeros();
            if (whole.scale() > 0) {
                return Outcome.refused("T-030", whole.toPlainString());
            }
            figures.put(Numbers.PREFIX + value.getKey(), whole.toPlainString());
        }
        return Outcome.accepted(figures);
    }
}
