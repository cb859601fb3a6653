package org.tongxin.app.identity.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Handovers;
import org.tongxin.app.identity.HeldPost;
import org.tongxin.app.identity.NewEntrance;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.PostBook;
import org.tongxin.app.identity.Role;
import org.tongxin.app.identity.Staffing;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;

/** What administrators do with posts: fill one, hand one over, and the acts that are confirmed with a reason. */
@Controller
class StaffingController {

    private static final int USUAL_DAYS = 180;

    /** Refused until somebody says that they are two people; the form then asks. */
    private static final String TWO_OF_A_NAME = "I-047";

    private final PostBook book;
    private final Staffing staffing;
    private final Handovers handovers;
    private final PlaceNames names;
    private final DistrictClock clock;

    StaffingController(PostBook book, Staffing staffing, Handovers handovers, PlaceNames names, DistrictClock clock) {
        this.book = book;
        this.staffing = staffing;
        this.handovers = handovers;
        this.names = names;
        this.clock = clock;
    }

    /** @param like id of a line whose role, place and title are filled in */
    @GetMapping(PostsController.ADDRESS + "/new")
    String blank(Actor actor, @RequestParam(required = false) @Nullable UUID like, Model model) {
        administers(actor);
        Optional<HeldPost> pattern = like == null ? Optional.empty() : book.find(like, actor.territory());
        if (!model.containsAttribute("form")) {
            model.addAttribute(
                    "form", pattern.map(StaffingController::filled).orElseGet(() -> Map.of("area", actor.territory())));
        }
        model.addAttribute("like", like);
        model.addAttribute(
                "roles",
                Stream.of(Role.values()).filter(role -> role != Role.OBSERVER).toList());
        model.addAttribute("offered", names.offered(actor.territory()));
        model.addAttribute("usual", clock.today().plusDays(USUAL_DAYS));
        return "identity/new-post";
    }

    private static Map<String, String> filled(HeldPost post) {
        return Map.of("role", post.role().name(), "area", post.areaPath(), "title", post.title());
    }

    @PostMapping(PostsController.ADDRESS)
    String fill(
            Actor actor,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "false") boolean another,
            RedirectAttributes flash) {
        Outcome<NewEntrance> outcome = until == null
                ? Outcome.refused("I-037")
                : staffing.fill(
                        actor,
                        successor(login, name),
                        new Post(role, area.strip(), title.strip(), clock.now(), endOf(until)),
                        another);
        PostsController.tell(outcome, flash);
        if (outcome instanceof Outcome.Accepted<NewEntrance> seated
                && until != null
                && seated.value().password() != null) {
            flash.addFlashAttribute(
                    "seated", new Seated(seated.value().name(), seated.value().login(), until, role.openedByTwo()));
        }
        Map<String, String> typed = new LinkedHashMap<>(Map.of("login", login, "name", name, "role", role.name()));
        typed.putAll(Map.of("area", area, "title", title, "until", until == null ? "" : until.toString()));
        if (another
                || outcome instanceof Outcome.Refused<?> refused
                        && refused.refusal().code().equals(TWO_OF_A_NAME)) {
            typed.put("another", Boolean.toString(another));
        }
        return Pages.after(outcome, PostsController.ADDRESS, PostsController.ADDRESS + "/new", flash, typed);
    }

    /** What the next page says of an account that was just opened. */
    record Seated(String name, String login, LocalDate lastDay, boolean waits) {}

    private static Staffing.Successor successor(String login, String name) {
        return new Staffing.Successor(login.strip().toLowerCase(Locale.ROOT), name);
    }

    /** A day until which somebody holds a post is held to its end. */
    private Instant endOf(LocalDate day) {
        return clock.at(day.plusDays(1), LocalTime.MIDNIGHT);
    }

    @GetMapping(PostsController.ADDRESS + "/{id}/handover")
    String handover(Actor actor, @PathVariable UUID id, Model model) {
        HeldPost post = line(actor, id, model);
        model.addAttribute("open", handovers.openWork(post.areaPath()));
        model.addAttribute("usual", clock.today().plusDays(USUAL_DAYS));
        return "identity/handover";
    }

    @PostMapping(PostsController.ADDRESS + "/{id}/handover")
    String handOver(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes flash) {
        Instant begin = from == null ? null : clock.at(from.toLocalDate(), from.toLocalTime());
        Outcome<NewEntrance> outcome = until == null
                ? Outcome.refused("I-037")
                : handovers.handOver(
                        actor,
                        new Handovers.Handover(
                                id, successor(login, name), begin, endOf(until), note.replace("\r", "")));
        PostsController.tell(outcome, flash);
        Map<String, String> typed = new LinkedHashMap<>(Map.of("login", login, "name", name, "note", note));
        typed.putAll(
                Map.of("until", until == null ? "" : until.toString(), "from", from == null ? "" : from.toString()));
        return Pages.after(
                outcome, PostsController.ADDRESS, PostsController.ADDRESS + "/" + id + "/handover", flash, typed);
    }

    @GetMapping(PostsController.ADDRESS + "/{id}/{act:ending|closing|reopening|new-password}")
    String confirm(Actor actor, @PathVariable UUID id, @PathVariable String act, Model model) {
        line(actor, id, model);
        model.addAttribute("act", act);
        return "identity/confirm";
    }

    @PostMapping(PostsController.ADDRESS + "/{id}/{act:ending|closing|reopening|new-password}")
    String act(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        Outcome<?> outcome = switch (act) {
            case "ending" -> staffing.end(actor, id, reason);
            case "closing" -> staffing.close(actor, id, reason);
            case "reopening" -> staffing.reopen(actor, id, reason);
            default -> newPassword(actor, id, reason, flash);
        };
        String page = PostsController.ADDRESS + "/" + id;
        return Pages.after(outcome, page, page + "/" + act, flash, Map.of("reason", reason));
    }

    private Outcome<NewEntrance> newPassword(Actor actor, UUID id, String reason, RedirectAttributes flash) {
        Outcome<NewEntrance> outcome = staffing.resetPassword(actor, id, reason);
        PostsController.tell(outcome, flash);
        return outcome;
    }

    private HeldPost line(Actor actor, UUID id, Model model) {
        administers(actor);
        HeldPost post = book.find(id, actor.territory()).orElseThrow(() -> new NotFound("post " + id));
        model.addAttribute("post", post);
        model.addAttribute("place", names.of(List.of(post.areaPath())).get(post.areaPath()));
        return post;
    }

    private static void administers(Actor actor) {
        if (actor.role() != Role.ADMINISTRATOR) {
            throw new NotAllowed();
        }
    }
}
