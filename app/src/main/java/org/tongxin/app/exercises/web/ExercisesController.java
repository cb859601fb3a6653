package org.tongxin.app.exercises.web;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.exercises.Assessment;
import org.tongxin.app.exercises.Call;
import org.tongxin.app.exercises.Exercise;
import org.tongxin.app.exercises.Exercises;
import org.tongxin.app.exercises.Mark;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.plans.PlanLibrary;
import org.tongxin.app.plans.ResponseMode;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;

/** Exercises: the list, planning one, leading it, assessing it. */
@Controller
class ExercisesController {

    static final String ADDRESS = "/exercises";
    private static final String NUMBER = "/{number:YL-[0-9]{1,9}}";

    private final Exercises exercises;
    private final Assessment assessment;
    private final PlanLibrary library;
    private final DistrictClock clock;

    ExercisesController(Exercises exercises, Assessment assessment, PlanLibrary library, DistrictClock clock) {
        this.exercises = exercises;
        this.assessment = assessment;
        this.library = library;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    String list(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        Paged<Exercise> page = exercises.page(actor, Seen.of(after));
        model.addAttribute("exercises", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("total", exercises.count(actor));
        model.addAttribute("conducts", Exercises.conducts(actor));
        model.addAttribute("playbooks", library.list());
        return "exercises/list";
    }

    @PostMapping(ADDRESS)
    String plan(
            Actor actor,
            @RequestParam ResponseMode mode,
            @RequestParam(defaultValue = "") String scenario,
            @RequestParam(defaultValue = "") String aims,
            @RequestParam(defaultValue = "") String pace,
            RedirectAttributes flash) {
        Outcome<String> planned = exercises.plan(actor, new Exercises.NewExercise(mode, scenario, aims, number(pace)));
        String onward = planned instanceof Outcome.Accepted<String> accepted ? address(accepted.value()) : ADDRESS;
        return Pages.after(
                planned,
                onward,
                ADDRESS,
                flash,
                Map.of("mode", mode.name(), "scenario", scenario, "aims", aims, "pace", pace));
    }

    private static String address(String number) {
        return ADDRESS + "/" + number;
    }

    private Exercise find(Actor actor, String number) {
        return exercises.find(actor, number).orElseThrow(() -> new NotFound("exercise " + number));
    }

    @GetMapping(ADDRESS + NUMBER)
    String one(Actor actor, @PathVariable String number, Model model) {
        Exercise exercise = find(actor, number);
        List<Call> calls = exercises.calls(exercise);
        model.addAttribute("exercise", exercise);
        model.addAttribute("cards", exercises.cards(exercise));
        model.addAttribute("calls", calls);
        model.addAttribute("score", exercises.score(exercise, calls).orElse(null));
        model.addAttribute("minute", exercises.minute(exercise));
        model.addAttribute("leads", Exercises.leads(actor, exercise));
        model.addAttribute("login", actor.login());
        model.addAttribute("plays", !actor.role().readsOnly());
        model.addAttribute("marks", Mark.values());
        model.addAttribute("today", clock.today());
        return "exercises/exercise";
    }

    @PostMapping(ADDRESS + NUMBER + "/start")
    String start(
            Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes flash) {
        return Pages.after(exercises.start(actor, find(actor, number), version), address(number), flash);
    }

    @PostMapping(ADDRESS + NUMBER + "/end")
    String end(
            Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes flash) {
        return Pages.after(exercises.end(actor, find(actor, number), version), address(number), flash);
    }

    @PostMapping(ADDRESS + NUMBER + "/close")
    String close(
            Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes flash) {
        return Pages.after(exercises.close(actor, find(actor, number), version), address(number), flash);
    }

    @PostMapping(ADDRESS + NUMBER + "/calls")
    String inject(
            Actor actor,
            @PathVariable String number,
            @RequestParam UUID card,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String expected,
            @RequestParam(defaultValue = "") String minute,
            @RequestParam(defaultValue = "") String dueMinute,
            RedirectAttributes flash) {
        return Pages.after(
                exercises.inject(
                        actor,
                        find(actor, number),
                        new Exercises.Inject(card, title, expected, number(minute), number(dueMinute))),
                address(number),
                address(number),
                flash,
                Map.of(
                        "card",
                        card.toString(),
                        "title",
                        title,
                        "expected",
                        expected,
                        "minute",
                        minute,
                        "dueMinute",
                        dueMinute));
    }

    /** -1, which is out of every range, for what is no number; digits may be full-width. */
    private static int number(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return plain.matches("\\d{1,6}") ? Integer.parseInt(plain) : -1;
    }

    @PostMapping(ADDRESS + NUMBER + "/calls/{call}/mark")
    String mark(
            Actor actor,
            @PathVariable String number,
            @PathVariable UUID call,
            @RequestParam Mark mark,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes flash) {
        return Pages.after(
                assessment.mark(actor, find(actor, number), call, mark, remark, version),
                address(number),
                address(number),
                flash,
                Map.of("what", "mark", "call", call.toString(), "mark", mark.name(), "remark", remark));
    }

    @PostMapping(ADDRESS + NUMBER + "/calls/{call}/lesson")
    String learn(
            Actor actor,
            @PathVariable String number,
            @PathVariable UUID call,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String change,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String dueDay,
            RedirectAttributes flash) {
        return Pages.after(
                assessment.learn(
                        actor,
                        find(actor, number),
                        call,
                        new Assessment.Improvement(finding, change, owner, Pages.day(dueDay))),
                address(number),
                address(number),
                flash,
                Map.of(
                        "what",
                        "lesson",
                        "call",
                        call.toString(),
                        "finding",
                        finding,
                        "change",
                        change,
                        "owner",
                        owner,
                        "dueDay",
                        dueDay));
    }

    @PostMapping(ADDRESS + NUMBER + "/calls/{call}/no-lesson")
    String waive(
            Actor actor,
            @PathVariable String number,
            @PathVariable UUID call,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        return Pages.after(
                assessment.waive(actor, find(actor, number), call, reason),
                address(number),
                address(number),
                flash,
                Map.of("what", "noLesson", "call", call.toString(), "reason", reason));
    }
}
