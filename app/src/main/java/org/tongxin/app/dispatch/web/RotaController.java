package org.tongxin.app.dispatch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongxin.app.dispatch.duty.Calendars;
import org.tongxin.app.dispatch.duty.Invitations;
import org.tongxin.app.dispatch.duty.Links;
import org.tongxin.app.dispatch.duty.Rota;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** The coming days of a street's posts, to read, print, and take into a calendar. */
@Controller
class RotaController {

    private static final int STREET_CODE = 9;
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Readings readings;
    private final Rota rota;
    private final Organisation organisation;
    private final Invitations invitations;
    private final Links links;
    private final Calendars calendars;
    private final ShiftHours hours;
    private final ListWords words;
    private final Sheets sheets;

    RotaController(
            Readings readings,
            Rota rota,
            Organisation organisation,
            Invitations invitations,
            Links links,
            Calendars calendars,
            ShiftHours hours,
            ListWords words,
            Sheets sheets) {
        this.readings = readings;
        this.rota = rota;
        this.organisation = organisation;
        this.invitations = invitations;
        this.links = links;
        this.calendars = calendars;
        this.hours = hours;
        this.words = words;
        this.sheets = sheets;
    }

    @GetMapping("/dispatch/rota")
    String rota(Actor actor, @RequestParam(defaultValue = "") String street, Model model) {
        Area here = street(actor, street);
        List<Rota.Line> lines = lines(actor, here);
        model.addAttribute("street", here);
        model.addAttribute("streets", organisation.taskedStreets(actor.territory()));
        model.addAttribute("days", days(lines));
        model.addAttribute(
                "planned", (int) lines.stream().map(Rota.Line::day).distinct().count());
        model.addAttribute("posts", rows(lines));
        model.addAttribute("missing", (int)
                lines.stream().filter(line -> line.missing() > 0).count());
        model.addAttribute("hours", hours);
        model.addAttribute("feed", feed(actor, here));
        model.addAttribute("mayRenew", DispatchText.seesNames(actor) && actor.covers(here.path()));
        return "dispatch/field/rota";
    }

    /** One post. @param byDay its days that are planned */
    record Row(Rota.Line first, Map<LocalDate, Rota.Line> byDay) {}

    private List<Rota.Line> lines(Actor actor, Area here) {
        String territory = actor.territory().length() > STREET_CODE ? actor.territory() : here.path();
        if (DispatchText.seesNames(actor)) {
            LocalDate last = hours.day().plusDays(Rota.DAYS - 1L);
            readings.note(actor, Readings.Kind.DUTY, territory, hours.day(), last);
        }
        return rota.lines(territory, hours.day(), Rota.DAYS);
    }

    /** A line for each post and day. */
    @GetMapping("/dispatch/rota/shifts" + SheetFormat.PATH)
    void file(
            Actor actor,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String street,
            HttpServletResponse response)
            throws IOException {
        List<String> head = words.head(
                "day",
                "post",
                "kind",
                "area",
                "opens",
                "closes",
                "places",
                "minimum",
                "confirmed",
                "invited",
                "missing");
        List<Rota.Line> lines = lines(actor, street(actor, street));
        sheets.send(response, format, "rota", head, row -> lines.forEach(line -> row.accept(cells(line))));
    }

    private List<@Nullable Object> cells(Rota.Line line) {
        return Arrays.asList(
                line.day(),
                words.either(line.name(), line.nameEn()),
                words.word("dispatch.post.", line.kind()),
                words.either(line.areaName(), line.areaNameEn()),
                line.starts(),
                line.ends(),
                line.places(),
                line.minimum(),
                line.confirmed(),
                line.invited(),
                line.missing());
    }

    private static List<Row> rows(List<Rota.Line> lines) {
        Map<UUID, Row> rows = new LinkedHashMap<>();
        lines.forEach(line -> rows.computeIfAbsent(line.postId(), id -> new Row(line, new HashMap<>()))
                .byDay()
                .put(line.day(), line));
        return List.copyOf(rows.values());
    }

    /** Today and tomorrow always, later days where a shift has been planned. */
    private List<LocalDate> days(List<Rota.Line> lines) {
        LocalDate last =
                lines.stream().map(Rota.Line::day).max(LocalDate::compareTo).orElse(hours.day());
        return IntStream.range(0, Rota.DAYS)
                .mapToObj(hours.day()::plusDays)
                .filter(day -> day.isBefore(hours.day().plusDays(2)) || !day.isAfter(last))
                .toList();
    }

    private Area street(Actor actor, String wished) {
        String territory = actor.territory();
        if (territory.length() >= STREET_CODE) {
            return organisation.findArea(territory.substring(0, STREET_CODE)).orElseThrow();
        }
        Optional<String> first = rota.firstStreet(territory, hours.day());
        if (wished.isEmpty() && first.isEmpty()) {
            return organisation.taskedStreets(territory).getFirst();
        }
        return organisation
                .findArea(wished.isEmpty() ? first.orElseThrow() : wished)
                .filter(area -> area.level() == AreaLevel.STREET && actor.covers(area.path()))
                .orElseThrow(() -> new NotFound("street " + wished));
    }

    /** Empty for who may only look. */
    private String feed(Actor actor, Area street) {
        Outcome<String> token = invitations.rotaToken(actor, street.path(), false);
        return token instanceof Outcome.Accepted<String> mine
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + "/rota/" + mine.value() + ".ics"
                : "";
    }

    @PostMapping("/dispatch/rota/links")
    String renew(Actor actor, @RequestParam String street, RedirectAttributes flash) {
        Outcome<String> outcome = invitations.rotaToken(actor, street, true);
        if (outcome instanceof Outcome.Accepted<String>) {
            flash.addFlashAttribute("done", "duty.done.renewed");
        }
        String back = UriComponentsBuilder.fromPath("/dispatch/rota")
                .queryParam("street", "{street}")
                .encode()
                .buildAndExpand(street)
                .toUriString();
        return Pages.after(outcome, back, flash);
    }

    /** Needs no account: the address is the key. */
    @GetMapping("/rota/{token}.ics")
    ResponseEntity<String> calendar(@PathVariable String token, Locale reader, HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        String street = links.findRota(token).orElseThrow(() -> new NotFound("rota"));
        return ResponseEntity.ok().contentType(CALENDAR).body(calendars.ofStreet(street, reader));
    }
}
