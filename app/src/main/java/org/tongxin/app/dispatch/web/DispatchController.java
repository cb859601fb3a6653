package org.tongxin.app.dispatch.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.dispatch.Assignment;
import org.tongxin.app.dispatch.Board;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.dispatch.Gap;
import org.tongxin.app.dispatch.PenaltyTable;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;

/** The dispatch board of a shift, and one post of it. */
@Controller
class DispatchController {

    private static final int PAGE = 50;
    private static final int CANDIDATES = 20;
    private static final int REPAIRS = 5;

    private final Readings readings;
    private final Dispatch dispatch;
    private final Board board;
    private final Organisation organisation;
    private final ShiftHours hours;
    private final DispatchText words;

    DispatchController(
            Readings readings,
            Dispatch dispatch,
            Board board,
            Organisation organisation,
            ShiftHours hours,
            DispatchText words) {
        this.readings = readings;
        this.dispatch = dispatch;
        this.board = board;
        this.organisation = organisation;
        this.hours = hours;
        this.words = words;
    }

    @GetMapping("/dispatch")
    String board(
            Actor actor,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        LocalDate shift = day == null ? hours.day() : day;
        String territory = actor.territory();
        if (DispatchText.seesNames(actor)) {
            readings.note(actor, Readings.Kind.DUTY, territory, shift, shift);
        }
        List<Board.Line> posts = board.posts(shift, territory, q.strip(), after.isEmpty() ? null : id(after), PAGE + 1);
        days(model, shift);
        model.addAttribute("q", q.strip());
        model.addAttribute("coverage", dispatch.coverage(shift, territory));
        model.addAttribute("lacking", board.lacking(shift, territory));
        model.addAttribute("posts", posts.stream().limit(PAGE).toList());
        if (posts.size() > PAGE) {
            model.addAttribute("next", posts.get(PAGE - 1).postId());
        }
        model.addAttribute("plan", board.plan(shift));
        Map<String, Board.Street> streets = board.streets(shift, territory).stream()
                .collect(Collectors.toMap(Board.Street::path, street -> street, (a, b) -> a, LinkedHashMap::new));
        model.addAttribute("streets", List.copyOf(streets.values()));
        model.addAttribute(
                "tiles",
                organisation.tiles().stream()
                        .filter(tile -> actor.covers(tile.path()))
                        .map(tile -> new StreetCover(tile, streets.get(tile.path())))
                        .toList());
        model.addAttribute("repairs", dispatch.repairs(shift, territory, null, REPAIRS));
        model.addAttribute("mayPlan", actor.role() == Role.DUTY_OFFICER && !shift.isBefore(hours.day()));
        penalties(model);
        return "dispatch/board";
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound(text);
        }
    }

    private void days(Model model, LocalDate shift) {
        model.addAttribute("day", shift);
        model.addAttribute("today", hours.day());
        model.addAttribute("tomorrow", hours.day().plusDays(1));
    }

    private static void penalties(Model model) {
        model.addAttribute("penaltyVersion", PenaltyTable.VERSION);
        model.addAttribute("emptyMinimum", PenaltyTable.EMPTY_MINIMUM);
        model.addAttribute("emptyCheckpoint", PenaltyTable.EMPTY_CHECKPOINT);
        model.addAttribute("emptyOther", PenaltyTable.EMPTY_OTHER);
        model.addAttribute("move", PenaltyTable.MOVE);
        model.addAttribute("rareSkill", PenaltyTable.RARE_SKILL);
        model.addAttribute("farthest", PenaltyTable.FARTHEST);
    }

    @GetMapping("/dispatch/posts/{id:[0-9a-fA-F-]{36}}")
    String post(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model) {
        DutyPost post = organisation
                .findPost(id)
                .filter(found -> actor.covers(found.areaPath()))
                .orElseThrow(() -> new NotFound("post " + id));
        LocalDate shift = day == null ? hours.day() : day;
        days(model, shift);
        if (DispatchText.seesNames(actor)) {
            readings.note(actor, Readings.Kind.DUTY, post.areaPath(), shift, shift);
        }
        if (actor.role() == Role.DUTY_OFFICER) {
            readings.note(actor, Readings.Kind.PEOPLE, actor.territory());
        }
        model.addAttribute("post", post);
        model.addAttribute("pageTitle", words.name(post.name(), post.nameEn()));
        Optional<Board.Line> line = board.find(shift, id, actor.territory());
        model.addAttribute("line", line.orElse(null));
        model.addAttribute(
                "street", organisation.findArea(post.areaPath().substring(0, 9)).orElseThrow());
        if (line.isEmpty()) {
            return "dispatch/post";
        }
        List<Assignment> here = dispatch.assignments(shift, post.areaPath()).stream()
                .filter(assignment -> assignment.postId().equals(id))
                .toList();
        model.addAttribute("assignments", here);
        model.addAttribute(
                "reasons",
                dispatch.openGaps(post.areaPath()).stream()
                        .filter(gap -> gap.postId().equals(id) && gap.shiftDay().equals(shift))
                        .findFirst()
                        .map(Gap::reasons)
                        .orElse(List.of()));
        model.addAttribute("swapped", board.swapped(shift, id));
        boolean running = !shift.isBefore(hours.day());
        model.addAttribute("mayAnswer", DispatchText.seesNames(actor) && running);
        model.addAttribute("mayPlan", actor.role() == Role.DUTY_OFFICER && running);
        model.addAttribute("repairs", dispatch.repairs(shift, actor.territory(), id, REPAIRS));
        model.addAttribute(
                "choices",
                DispatchText.seesNames(actor)
                        ? dispatch.choices(shift, post.areaPath()).stream()
                                .filter(choice -> choice.postId().equals(id))
                                .toList()
                        : List.of());
        model.addAttribute(
                "explanation",
                running
                        ? dispatch.explain(shift, id, actor.territory(), CANDIDATES)
                                .orElse(null)
                        : null);
        return "dispatch/post";
    }

    @PostMapping("/dispatch/plans")
    String plan(
            Actor actor,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            RedirectAttributes flash) {
        if (actor.role() != Role.DUTY_OFFICER) {
            throw new NotAllowed();
        }
        Outcome<Dispatch.ShiftPlan> outcome = dispatch.plan(actor, day, "hand");
        if (outcome instanceof Outcome.Accepted<Dispatch.ShiftPlan> accepted) {
            flash.addFlashAttribute("done", "dispatch.done.planned");
            flash.addFlashAttribute("doneCount", accepted.value().newlyAssigned());
        }
        return Pages.after(outcome, "/dispatch?day=" + day, flash);
    }

    /** An answer given by telephone. */
    @PostMapping("/dispatch/answers")
    String answer(
            Actor actor,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam UUID post,
            @RequestParam UUID assignment,
            @RequestParam boolean comes,
            RedirectAttributes flash) {
        if (!DispatchText.seesNames(actor)) {
            throw new NotAllowed();
        }
        boolean inTerritory = dispatch.assignments(day, actor.territory()).stream()
                .anyMatch(
                        known -> known.id().equals(assignment) && known.postId().equals(post));
        boolean postKnown = organisation
                .findPost(post)
                .filter(found -> actor.covers(found.areaPath()))
                .isPresent();
        if (!postKnown) {
            throw new NotFound("post " + post);
        }
        Outcome<Integer> outcome = day.isBefore(hours.day())
                ? Outcome.refused("D-001", day)
                : inTerritory ? dispatch.answer(actor, day, Map.of(assignment, comes)) : Outcome.refused("D-003");
        if (outcome instanceof Outcome.Accepted<Integer>) {
            flash.addFlashAttribute("done", "dispatch.done.noted");
        }
        return Pages.after(outcome, "/dispatch/posts/" + post + "?day=" + day, flash);
    }
}
