package org.tongxin.app.delegation.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.delegation.DelegableAct;
import org.tongxin.app.delegation.Delegation;
import org.tongxin.app.delegation.DelegationList;
import org.tongxin.app.delegation.DelegationLists;
import org.tongxin.app.delegation.DelegationRow;
import org.tongxin.app.delegation.NeverDelegated;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;

/** The list of what may be decided where: what counts now, what waits, what was, and what was decided under it. */
@Controller
class DelegationController {

    private static final String PAGE = "/delegation";
    private static final int USUAL_DAYS = 30;

    private final Delegation delegation;
    private final DelegationLists lists;
    private final Organisation organisation;
    private final DistrictClock clock;

    DelegationController(Delegation delegation, DelegationLists lists, Organisation organisation, DistrictClock clock) {
        this.delegation = delegation;
        this.lists = lists;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** One act as the page shows it. @param given whether the reader's own post may do it now */
    record Line(DelegableAct act, Optional<DelegationRow> row, boolean given) {}

    @GetMapping(PAGE)
    String page(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        List<DelegationList> all = lists.list();
        Optional<DelegationList> inForce = lists.inForce();
        List<Line> lines = Arrays.stream(DelegableAct.values())
                .map(act -> new Line(act, inForce.flatMap(list -> row(list, act)), delegation.gives(actor, act)))
                .toList();
        model.addAttribute("inForce", inForce.orElse(null));
        model.addAttribute("lines", lines);
        model.addAttribute("asking", Delegation.ring(actor).isPresent());
        model.addAttribute("never", NeverDelegated.values());
        model.addAttribute("lists", all);
        model.addAttribute(
                "proposed",
                all.stream()
                        .filter(list -> list.state() == DelegationList.State.PROPOSED)
                        .findFirst()
                        .orElse(null));
        Paged<Delegation.Use> page = delegation.page(actor.territory(), Seen.of(after));
        List<Delegation.Use> uses = page.rows();
        model.addAttribute("page", page);
        model.addAttribute("uses", uses);
        model.addAttribute("places", places(uses));
        model.addAttribute("signs", actor.role() == Role.SIGNATORY);
        model.addAttribute("proposes", actor.role() == Role.DUTY_OFFICER);
        model.addAttribute("now", clock.now());
        model.addAttribute("rings", DelegableAct.Ring.values());
        model.addAttribute("usual", clock.today().plusDays(USUAL_DAYS));
        model.addAttribute("longest", DelegationLists.LONGEST_DAYS);
        return "delegation/list";
    }

    private Map<String, Area> places(List<Delegation.Use> uses) {
        return uses.stream()
                .map(Delegation.Use::areaPath)
                .distinct()
                .flatMap(path -> organisation.findArea(path).stream())
                .collect(Collectors.toMap(Area::path, Function.identity()));
    }

    private static Optional<DelegationRow> row(DelegationList list, DelegableAct act) {
        return list.rows().stream().filter(row -> row.act() == act).findFirst();
    }

    @PostMapping(PAGE)
    String propose(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Map<String, String> typed = new HashMap<>(form);
        typed.remove("_csrf");
        return Pages.after(
                lists.propose(
                        actor,
                        form.getOrDefault("basis", ""),
                        day(form)
                                .map(day -> clock.at(day, LocalTime.of(23, 59)))
                                .orElse(clock.now().minus(Duration.ofSeconds(1))),
                        Arrays.stream(DelegableAct.values())
                                .map(act -> typed(act, form))
                                .toList()),
                PAGE,
                PAGE,
                flash,
                typed);
    }

    private static Optional<LocalDate> day(Map<String, String> form) {
        try {
            return Optional.of(LocalDate.parse(form.getOrDefault("until", "")));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** What was typed of an act; a number that cannot be read is out of range, so that the row is refused by name. */
    private static DelegationRow typed(DelegableAct act, Map<String, String> form) {
        String ring = form.getOrDefault("ring-" + act, "DISTRICT");
        return new DelegationRow(
                act,
                Arrays.stream(DelegableAct.Ring.values())
                        .filter(each -> each.name().equals(ring))
                        .findFirst()
                        .orElse(DelegableAct.Ring.DISTRICT),
                number(form, "most-" + act),
                number(form, "times-" + act),
                number(form, "hours-" + act));
    }

    private static int number(Map<String, String> form, String name) {
        String typed = form.getOrDefault(name, "").strip();
        return typed.isEmpty() ? 0 : typed.matches("\\d{1,8}") ? Integer.parseInt(typed) : -1;
    }

    @PostMapping(PAGE + "/{id:[0-9a-fA-F-]{36}}/signature")
    String sign(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes flash) {
        return after(lists.sign(actor, id, version), flash);
    }

    @PostMapping(PAGE + "/{id:[0-9a-fA-F-]{36}}/dropping")
    String drop(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes flash) {
        return after(lists.drop(actor, id, version), flash);
    }

    @PostMapping(PAGE + "/{id:[0-9a-fA-F-]{36}}/ending")
    String end(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes flash) {
        return Pages.after(lists.end(actor, id, reason, version), PAGE, PAGE, flash, Map.of("reason", reason));
    }

    @PostMapping(PAGE + "/uses/{id:[0-9a-fA-F-]{36}}/report")
    String report(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        return Pages.after(
                delegation.report(actor, id, words), PAGE, PAGE, flash, Map.of("use", id.toString(), "words", words));
    }

    private static String after(Outcome<?> outcome, RedirectAttributes flash) {
        return Pages.after(outcome, PAGE, flash);
    }
}
