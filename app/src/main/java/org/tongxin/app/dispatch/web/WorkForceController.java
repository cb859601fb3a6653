package org.tongxin.app.dispatch.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.dispatch.WorkForceRule;
import org.tongxin.app.dispatch.WorkForces;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Sought;

/** Forces by type of community: by street, and the communities that lack most. */
@Controller
class WorkForceController {

    private static final int LISTED = 50;
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,6})~([0-9A-Z]{1,20})");
    private static final List<String> TYPES =
            List.of("WORK_UNIT", "COMMERCIAL", "REDEVELOPED_VILLAGE", "OLD", "VILLAGE");

    private final WorkForces forces;
    private final ShiftHours hours;

    WorkForceController(WorkForces forces, ShiftHours hours) {
        this.forces = forces;
        this.hours = hours;
    }

    /** A street's communities added up. */
    record StreetForce(
            String path,
            String name,
            String nameEn,
            int communities,
            int required,
            int assigned,
            int missing,
            int wanted,
            boolean concerned) {

        private StreetForce plus(WorkForces.Line line) {
            return new StreetForce(
                    path,
                    name,
                    nameEn,
                    communities + 1,
                    required + line.required(),
                    assigned + line.assigned(),
                    missing + line.missing(),
                    wanted + line.wanted(),
                    concerned || line.wanted() > 0 || line.force() > 1);
        }
    }

    /**
     * @param q part of a community's name or its pinyin
     * @param after people missing and path of the community listed last on the page before, as {@code 3~310115001001}
     */
    @GetMapping("/dispatch/forces")
    String forces(
            Actor actor,
            @RequestParam(defaultValue = "") String street,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        List<WorkForces.Line> lines = forces.lines(hours.day(), actor.territory());
        Map<String, StreetForce> streets = new LinkedHashMap<>();
        lines.forEach(line -> streets.merge(
                line.street(),
                new StreetForce(line.street(), line.streetName(), line.streetNameEn(), 0, 0, 0, 0, 0, false).plus(line),
                (known, one) -> known.plus(line)));
        List<WorkForces.Line> listed = listed(lines, street, Sought.of(q));
        List<WorkForces.Line> rest =
                listed.stream().filter(line -> isAfter(line, after)).toList();
        model.addAttribute("streets", List.copyOf(streets.values()));
        model.addAttribute("street", street);
        model.addAttribute("q", q.strip());
        model.addAttribute("found", listed.size());
        List<WorkForces.Line> shown = rest.stream().limit(LISTED).toList();
        model.addAttribute("communities", shown);
        String next = rest.size() > LISTED
                ? shown.getLast().missing() + "~" + shown.getLast().path()
                : null;
        model.addAttribute("page", new Paged<>(shown, next, rest.size() == listed.size()));
        model.addAttribute(
                "lacking", lines.stream().filter(line -> line.missing() > 0).count());
        model.addAttribute("of", lines.size());
        model.addAttribute(
                "missing", lines.stream().mapToInt(WorkForces.Line::missing).sum());
        model.addAttribute("day", hours.day());
        Map<String, Integer> rule = new LinkedHashMap<>();
        TYPES.forEach(type -> rule.put(type, WorkForceRule.perThousandHouseholds(type)));
        model.addAttribute("rule", rule);
        model.addAttribute("ruleVersion", WorkForceRule.VERSION);
        model.addAttribute("perEntrance", WorkForceRule.PER_UNMANAGED_ENTRANCE);
        model.addAttribute("mayPlan", actor.role() == Role.DUTY_OFFICER);
        return "dispatch/forces";
    }

    /** Of some lines those of a street whose name fits. */
    static List<WorkForces.Line> listed(List<WorkForces.Line> lines, String street, Sought sought) {
        return lines.stream()
                .filter(line -> line.path().startsWith(street) && fits(line, sought))
                .toList();
    }

    private static boolean fits(WorkForces.Line line, Sought sought) {
        return sought.isEmpty() || sought.fits(line.name() + " " + line.nameEn() + " " + line.path(), line.spelling());
    }

    /** In the order of the list: most missing first, then by path. An address that says nothing of a community begins anew. */
    private static boolean isAfter(WorkForces.Line line, String after) {
        Matcher last = PLACE.matcher(after);
        if (!last.matches()) {
            return true;
        }
        int missing = Integer.parseInt(last.group(1));
        return line.missing() < missing
                || (line.missing() == missing && line.path().compareTo(last.group(2)) > 0);
    }

    @PostMapping("/dispatch/forces")
    String open(Actor actor, @RequestParam String street, RedirectAttributes flash) {
        if (actor.role() != Role.DUTY_OFFICER) {
            throw new NotAllowed();
        }
        Outcome<Integer> outcome = forces.open(actor, street);
        if (outcome instanceof Outcome.Accepted<Integer> accepted) {
            flash.addFlashAttribute("done", "dispatch.forces.opened");
            flash.addFlashAttribute("doneCount", accepted.value());
        }
        return Pages.after(outcome, "/dispatch/forces", flash);
    }
}
