package org.tongxin.app.organisation.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Edition;
import org.tongxin.app.organisation.EditionChange;
import org.tongxin.app.organisation.Editions;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.UnitPlaces;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;
import org.tongxin.core.geo.Datum;

/** Editions of the list of units: taken in, compared, decided, applied; and what a unit was called before. */
@Controller
class EditionsController {

    private static final String ADDRESS = "/editions";
    static final String ONE = ADDRESS + "/{number:QH-[0-9]{1,9}}";
    private static final String GOES_ON = "goesOn.";

    private final Editions editions;
    private final UnitPlaces places;
    private final Organisation organisation;
    private final DistrictClock clock;

    EditionsController(Editions editions, UnitPlaces places, Organisation organisation, DistrictClock clock) {
        this.editions = editions;
        this.places = places;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    String list(Actor actor, Model model) {
        Area district = organisation.findDistrict().orElse(null);
        String path = district == null ? actor.territory() : district.path();
        model.addAttribute("editions", editions.list());
        model.addAttribute("keeps", editions.keeps(actor));
        model.addAttribute("district", district);
        model.addAttribute("streets", organisation.list(AreaLevel.STREET, path).size());
        model.addAttribute(
                "communities", organisation.list(AreaLevel.COMMUNITY, path).size());
        model.addAttribute("code", path);
        model.addAttribute("today", clock.today());
        model.addAttribute("datums", Datum.values());
        return "organisation/editions";
    }

    @PostMapping(ADDRESS)
    String upload(
            Actor actor,
            @RequestParam(defaultValue = "") String title,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam @Nullable MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        LocalDate day = asOf == null ? clock.today() : asOf;
        Outcome<String> uploaded = editions.upload(actor, title, day, file == null ? new byte[0] : file.getBytes());
        String onward = uploaded instanceof Outcome.Accepted<String> accepted ? address(accepted.value()) : ADDRESS;
        return Pages.after(uploaded, onward, ADDRESS, flash, Map.of("title", title, "asOf", day.toString()));
    }

    @PostMapping("/units/places")
    String place(
            Actor actor,
            @RequestParam Datum datum,
            @RequestParam @Nullable MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        Outcome<UnitPlaces.Placed> placed = places.place(actor, datum, file == null ? new byte[0] : file.getBytes());
        if (placed instanceof Outcome.Accepted<UnitPlaces.Placed> accepted) {
            flash.addFlashAttribute("placed", accepted.value());
        }
        return Pages.after(placed, ADDRESS, flash);
    }

    private static String address(String number) {
        return ADDRESS + "/" + number;
    }

    private Edition find(String number) {
        return editions.find(number).orElseThrow(() -> new NotFound("edition " + number));
    }

    @GetMapping(ONE)
    String one(Actor actor, @PathVariable String number, Model model) {
        Edition edition = find(number);
        List<EditionChange> changes = editions.changes(edition);
        Map<EditionChange.Kind, List<EditionChange>> byKind =
                changes.stream().collect(Collectors.groupingBy(EditionChange::kind));
        List<EditionChange> ended = byKind.getOrDefault(EditionChange.Kind.ENDED, List.of());
        boolean isOpen = edition.state() == Edition.State.PROPOSED;
        model.addAttribute("edition", edition);
        model.addAttribute("ended", ended);
        model.addAttribute("renamed", byKind.getOrDefault(EditionChange.Kind.RENAMED, List.of()));
        model.addAttribute("added", byKind.getOrDefault(EditionChange.Kind.ADDED, List.of()));
        model.addAttribute("acts", isOpen && editions.keeps(actor));
        model.addAttribute("standing", isOpen ? editions.standing(changes) : Map.of());
        model.addAttribute(
                "undecided",
                ended.stream().filter(change -> change.goesOn() == null).count());
        model.addAttribute("offers", isOpen ? offers(ended, changes) : Map.of());
        model.addAttribute("names", names(changes));
        return "organisation/edition";
    }

    /** By parent: the codes that may go on with a unit of it, each with its name. */
    private Map<String, Map<String, String>> offers(List<EditionChange> ended, List<EditionChange> changes) {
        Map<String, Map<String, String>> offers = new LinkedHashMap<>();
        for (EditionChange change : ended) {
            offers.computeIfAbsent(change.parent(), parent -> offers(parent, change, changes));
        }
        return offers;
    }

    private Map<String, String> offers(String parent, EditionChange ended, List<EditionChange> changes) {
        Map<String, String> units = new TreeMap<>();
        organisation.list(ended.code().length() == 9 ? AreaLevel.STREET : AreaLevel.COMMUNITY, parent).stream()
                .forEach(area -> units.put(area.path(), area.name()));
        for (EditionChange change : changes) {
            switch (change.kind()) {
                case ENDED -> units.remove(change.code());
                case ADDED, RENAMED -> {
                    if (change.parent().equals(parent)) {
                        units.put(change.code(), change.name());
                    }
                }
            }
        }
        return units;
    }

    /** What the codes are called that go on with others. */
    private Map<String, String> names(List<EditionChange> changes) {
        Map<String, String> names = new TreeMap<>();
        changes.stream()
                .map(EditionChange::goesOn)
                .filter(code -> code != null && !code.isEmpty())
                .forEach(code -> names.put(
                        code,
                        changes.stream()
                                .filter(change -> change.code().equals(code))
                                .map(EditionChange::name)
                                .findFirst()
                                .or(() -> organisation.findArea(code).map(Area::name))
                                .orElse("")));
        return names;
    }

    @PostMapping(ONE + "/successors")
    String decide(
            Actor actor,
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes flash) {
        Map<UUID, String> goesOn = new LinkedHashMap<>();
        form.forEach((field, code) -> {
            if (field.matches("goesOn\\.[0-9a-f-]{36}")) {
                goesOn.put(UUID.fromString(field.substring(GOES_ON.length())), code);
            }
        });
        return Pages.after(
                editions.decide(actor, find(number), goesOn, version), address(number), address(number), flash, form);
    }

    @PostMapping(ONE + "/application")
    String apply(
            Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes flash) {
        return Pages.after(editions.apply(actor, find(number), version), address(number), flash);
    }

    @PostMapping(ONE + "/discarding")
    String discard(
            Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes flash) {
        return Pages.after(editions.discard(actor, find(number), version), address(number), flash);
    }

    /** A unit by its code of today or of before, with what it was called. */
    @GetMapping("/units")
    String unit(@RequestParam(defaultValue = "") String code, Model model) {
        String asked = code.strip();
        Area area = organisation
                .findArea(asked)
                .or(() -> editions.findByFormerCode(asked))
                .orElse(null);
        model.addAttribute("code", asked);
        model.addAttribute("unit", area);
        model.addAttribute(
                "ending", area == null ? null : editions.ending(area.id()).orElse(null));
        model.addAttribute("past", area == null ? List.of() : editions.past(area.id()));
        return "organisation/unit";
    }
}
