package org.tongxin.app.dispatch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.tongxin.app.dispatch.duty.Attendances;
import org.tongxin.app.dispatch.duty.Calendars;
import org.tongxin.app.dispatch.duty.Certificate;
import org.tongxin.app.dispatch.duty.Certificates;
import org.tongxin.app.dispatch.duty.DutyNotice;
import org.tongxin.app.dispatch.duty.DutyNotices;
import org.tongxin.app.dispatch.duty.Links;
import org.tongxin.app.dispatch.duty.OwnDuties;
import org.tongxin.app.dispatch.duty.OwnDuty;
import org.tongxin.app.dispatch.duty.OwnReadings;
import org.tongxin.app.dispatch.duty.ServiceRecords;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.dispatch.duty.Swaps;
import org.tongxin.app.dispatch.duty.UrgentCalls;
import org.tongxin.app.dispatch.duty.Wishes;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;

/**
 * The page of a person without an account. Its address is the only key: it is told to nobody, kept by no cache and found
 * by no search. A refused form is answered with the page itself, so that no session is needed.
 */
@Controller
@RequestMapping("/duty/{token}")
class OwnPageController {

    private static final Set<String> DONE = Set.of(
            "comes",
            "comesNot",
            "came",
            "left",
            "callTaken",
            "callGivenBack",
            "riskRead",
            "wished",
            "offered",
            "withdrawn",
            "taken");
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Links links;
    private final OwnDuties duties;
    private final Attendances attendances;
    private final DutyNotices notices;
    private final ServiceRecords records;
    private final Certificates certificates;
    private final Calendars calendars;
    private final UrgentCalls calls;
    private final Wishes wishes;
    private final Swaps swaps;
    private final ShiftHours hours;
    private final DistrictClock clock;
    private final OwnReadings readings;

    OwnPageController(
            Links links,
            OwnDuties duties,
            Attendances attendances,
            DutyNotices notices,
            ServiceRecords records,
            Certificates certificates,
            Calendars calendars,
            UrgentCalls calls,
            Wishes wishes,
            Swaps swaps,
            ShiftHours hours,
            DistrictClock clock,
            OwnReadings readings) {
        this.readings = readings;
        this.links = links;
        this.duties = duties;
        this.attendances = attendances;
        this.notices = notices;
        this.records = records;
        this.certificates = certificates;
        this.calendars = calendars;
        this.calls = calls;
        this.wishes = wishes;
        this.swaps = swaps;
        this.hours = hours;
        this.clock = clock;
    }

    /** The link was renewed, or never was one. */
    private static final class LinkGone extends RuntimeException {}

    @ExceptionHandler(LinkGone.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String gone(HttpServletResponse response) {
        keepSecret(response);
        return "dispatch/own/gone";
    }

    @ModelAttribute("owner")
    OwnDuties.Owner owner(@PathVariable String token, HttpServletResponse response, Model model) {
        keepSecret(response);
        model.addAttribute("referrer", "no-referrer");
        model.addAttribute("token", token);
        return links.findPerson(token).flatMap(duties::findOwner).orElseThrow(LinkGone::new);
    }

    private static void keepSecret(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cache-Control", "no-store");
    }

    @GetMapping
    String page(
            @ModelAttribute("owner") OwnDuties.Owner owner, @RequestParam(defaultValue = "") String done, Model model) {
        if (DONE.contains(done)) {
            model.addAttribute("done", "duty.done." + done);
        }
        return show(owner, model);
    }

    /** Who was shown this person's data. */
    @GetMapping("/readings")
    String readings(@ModelAttribute("owner") OwnDuties.Owner owner, Model model) {
        model.addAttribute("readings", readings.of(owner.id()));
        return "dispatch/own/readings";
    }

    private String show(OwnDuties.Owner owner, Model model) {
        List<OwnDuty> coming = duties.coming(owner.id());
        model.addAttribute("duties", coming);
        model.addAttribute("calledOff", duties.calledOff(owner.id()));
        model.addAttribute("notices", byKind());
        model.addAttribute("calls", calls.forPerson(owner.id()));
        LocalDate today = hours.day();
        model.addAttribute("today", today);
        model.addAttribute("hours", hours);
        model.addAttribute("now", clock.now());
        model.addAttribute("offers", swaps.of(owner.id()));
        model.addAttribute("wishDays", wishes.days(owner.id()));
        model.addAttribute("wishes", wishes.of(owner.id()));
        served(owner, model);
        return "dispatch/own/page";
    }

    private void served(OwnDuties.Owner owner, Model model) {
        List<ServiceRecords.Served> served = records.of(owner.id());
        model.addAttribute("served", served);
        model.addAttribute(
                "servedMinutes",
                served.stream().mapToInt(ServiceRecords.Served::minutes).sum());
        if (!served.isEmpty()) {
            model.addAttribute("from", served.getLast().shiftDay());
            model.addAttribute("to", served.getFirst().shiftDay());
        }
    }

    private Map<String, DutyNotice> byKind() {
        return notices.list().stream().collect(Collectors.toMap(DutyNotice::kind, Function.identity()));
    }

    private String after(
            Outcome<?> outcome, String done, OwnDuties.Owner owner, Model model, HttpServletResponse response) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refusal", refused.refusal());
            return show(owner, model);
        }
        return "redirect:/duty/" + model.getAttribute("token") + "?done=" + done;
    }

    @PostMapping("/answers")
    String answer(
            @ModelAttribute("owner") OwnDuties.Owner owner,
            @RequestParam UUID assignment,
            @RequestParam boolean comes,
            @RequestParam(defaultValue = "false") boolean risk,
            Model model,
            HttpServletResponse response) {
        Outcome<UUID> outcome = duties.answer(owner.id(), assignment, comes, risk);
        return after(outcome, comes ? "comes" : "comesNot", owner, model, response);
    }

    @PostMapping("/arrivals")
    String arrive(
            @ModelAttribute("owner") OwnDuties.Owner owner,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "false") boolean risk,
            Model model,
            HttpServletResponse response) {
        return after(attendances.arrive(owner.id(), code, risk), "came", owner, model, response);
    }

    @PostMapping("/departures")
    String leave(
            @ModelAttribute("owner") OwnDuties.Owner owner,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        return after(attendances.leave(owner.id(), code), "left", owner, model, response);
    }

    @PostMapping("/calls/{call:[0-9a-fA-F-]{36}}")
    String call(
            @ModelAttribute("owner") OwnDuties.Owner owner,
            @PathVariable UUID call,
            @RequestParam boolean comes,
            @RequestParam(defaultValue = "false") boolean risk,
            Model model,
            HttpServletResponse response) {
        Outcome<UUID> outcome = comes ? calls.take(owner.id(), call, risk) : calls.giveBack(owner.id(), call);
        return after(outcome, comes ? "callTaken" : "callGivenBack", owner, model, response);
    }

    /** @param said {@code wish-2030-05-06=CANNOT} for each day; what is no day or no wish says nothing */
    @PostMapping("/wishes")
    String wish(
            @ModelAttribute("owner") OwnDuties.Owner owner,
            @RequestParam Map<String, String> said,
            Model model,
            HttpServletResponse response) {
        Map<LocalDate, Wishes.Wish> wished = new HashMap<>();
        for (LocalDate day : wishes.days(owner.id())) {
            String word = said.getOrDefault("wish-" + day, "");
            Stream.of(Wishes.Wish.values())
                    .filter(wish -> wish.name().equals(word))
                    .forEach(wish -> wished.put(day, wish));
        }
        return after(wishes.say(owner.id(), wished), "wished", owner, model, response);
    }

    @PostMapping("/swaps")
    String offer(
            @ModelAttribute("owner") OwnDuties.Owner owner,
            @RequestParam UUID assignment,
            @RequestParam(defaultValue = "0") int within,
            Model model,
            HttpServletResponse response) {
        return after(swaps.offer(owner.id(), assignment, within), "offered", owner, model, response);
    }

    @PostMapping("/swaps/end")
    String withdraw(
            @ModelAttribute("owner") OwnDuties.Owner owner,
            @RequestParam UUID assignment,
            Model model,
            HttpServletResponse response) {
        swaps.withdraw(owner.id(), assignment);
        return after(Outcome.accepted(assignment), "withdrawn", owner, model, response);
    }

    /** Answers a form, so that the code stands in no address. */
    @PostMapping("/swaps/look")
    String look(
            @ModelAttribute("owner") OwnDuties.Owner owner,
            @RequestParam(name = "swapCode", defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        Outcome<Swaps.Seen> outcome = swaps.look(owner.id(), code);
        if (outcome instanceof Outcome.Accepted<Swaps.Seen> seen) {
            model.addAttribute("seen", seen.value());
            return show(owner, model);
        }
        return after(outcome, "", owner, model, response);
    }

    @PostMapping("/swaps/taken")
    String take(
            @ModelAttribute("owner") OwnDuties.Owner owner,
            @RequestParam(name = "swapCode", defaultValue = "") String code,
            @RequestParam(required = false) @Nullable UUID inReturn,
            @RequestParam(defaultValue = "false") boolean risk,
            Model model,
            HttpServletResponse response) {
        return after(swaps.accept(owner.id(), code, inReturn, risk), "taken", owner, model, response);
    }

    @PostMapping("/certificates")
    String issue(
            @ModelAttribute("owner") OwnDuties.Owner owner,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            Model model,
            HttpServletResponse response) {
        Outcome<String> issued = certificates.issue(owner, from, to);
        return issued instanceof Outcome.Accepted<String> number
                ? "redirect:/duty/" + model.getAttribute("token") + "/certificates/" + number.value()
                : after(issued, "", owner, model, response);
    }

    @GetMapping("/certificates/{number}")
    String certificate(@ModelAttribute("owner") OwnDuties.Owner owner, @PathVariable String number, Model model) {
        Certificate found = certificates.findOwn(owner.id(), number).orElseThrow(() -> new NotFound("certificate"));
        model.addAttribute("certificate", found);
        model.addAttribute("checksum", certificates.checksum(found));
        return "dispatch/own/certificate";
    }

    @GetMapping("/calendar.ics")
    ResponseEntity<String> calendar(@ModelAttribute("owner") OwnDuties.Owner owner, Locale reader) {
        return ResponseEntity.ok().contentType(CALENDAR).body(calendars.ofPerson(owner.id(), reader));
    }
}
