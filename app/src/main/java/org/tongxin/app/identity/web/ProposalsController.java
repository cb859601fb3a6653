package org.tongxin.app.identity.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.LostSlips;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Openings;
import org.tongxin.app.identity.ProposalBook;
import org.tongxin.app.identity.ProposedAccount;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.identity.Role;
import org.tongxin.app.identity.Slip;
import org.tongxin.app.identity.Slips;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;

/** Accounts that lists proposed: which, opening many of them by one decision, and the slips that are handed out. */
@Controller
class ProposalsController {

    private static final String ADDRESS = PostsController.ADDRESS + "/proposals";
    private static final String OPENING = ADDRESS + "/opening";
    private static final String UNUSED = PostsController.ADDRESS + "/unused";
    private static final String SLIPS = PostsController.ADDRESS + "/slips";

    private final ProposalBook book;
    private final Openings openings;
    private final LostSlips lost;
    private final Readings readings;
    private final PlaceNames names;

    ProposalsController(ProposalBook book, Openings openings, LostSlips lost, Readings readings, PlaceNames names) {
        this.book = book;
        this.openings = openings;
        this.lost = lost;
        this.readings = readings;
        this.names = names;
    }

    /** @param place code path in the own territory; empty or any other for all of it @param after what was seen last */
    @GetMapping(ADDRESS)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        String within = shown(actor, place, model);
        Paged<ProposedAccount> page = book.list(within, Seen.of(after));
        List<ProposalBook.PlaceCount> places = book.places(actor.territory());
        model.addAttribute("page", page);
        model.addAttribute("choices", places);
        model.addAttribute("most", Openings.MOST);
        Set<String> paths = new LinkedHashSet<>(List.of(actor.territory(), within));
        places.forEach(each -> paths.add(each.path()));
        page.rows().forEach(each -> paths.add(each.areaPath()));
        model.addAttribute("places", names.of(paths));
        return "identity/proposals";
    }

    /** What opening would do, to be confirmed: of those chosen, or of the first of a place. */
    @GetMapping(OPENING)
    String confirm(
            Actor actor,
            @RequestParam(required = false, defaultValue = "") List<UUID> id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        reads(actor);
        String within = within(actor, place);
        List<ProposedAccount> chosen = all
                ? book.first(within, Openings.MOST)
                : book.find(actor.territory(), id).stream().limit(Openings.MOST).toList();
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "twos",
                chosen.stream().filter(each -> each.role().openedByTwo()).count());
        model.addAttribute("left", all ? book.count(within).proposed() - chosen.size() : 0);
        model.addAttribute("place", place);
        model.addAttribute(
                "places",
                placesOf(chosen.stream().map(ProposedAccount::areaPath).toList()));
        return "identity/opening";
    }

    @PostMapping(OPENING)
    String open(
            Actor actor,
            @RequestParam(required = false, defaultValue = "") List<UUID> id,
            @RequestParam(defaultValue = "") String place,
            RedirectAttributes flash) {
        return handOut(openings.open(actor, id), "posts.slips.opened", back(actor, place), flash);
    }

    @PostMapping(ADDRESS + "/withdrawal")
    String withdraw(
            Actor actor,
            @RequestParam(required = false, defaultValue = "") List<UUID> id,
            @RequestParam(defaultValue = "") String place,
            RedirectAttributes flash) {
        Outcome<Integer> outcome = openings.withdraw(actor, id);
        if (outcome instanceof Outcome.Accepted<Integer> done) {
            flash.addFlashAttribute("withdrawn", done.value());
        }
        return Pages.after(outcome, back(actor, place), flash);
    }

    /** Those who were given a password and have not come. */
    @GetMapping(UNUSED)
    String unused(
            Actor actor,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        String within = shown(actor, place, model);
        var page = lost.list(within, Seen.of(after));
        model.addAttribute("page", page);
        Set<String> paths = new LinkedHashSet<>(Set.of(within));
        page.rows().forEach(each -> paths.add(each.areaPath()));
        model.addAttribute("places", names.of(paths));
        return "identity/unused";
    }

    @PostMapping(UNUSED)
    String again(
            Actor actor,
            @RequestParam(required = false, defaultValue = "") List<UUID> id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        Outcome<Slips> outcome = lost.again(actor, id, reason);
        return outcome instanceof Outcome.Refused<Slips>
                ? Pages.after(outcome, UNUSED, UNUSED, flash, Map.of("reason", reason))
                : handOut(outcome, "posts.slips.again", UNUSED, flash);
    }

    /** Puts the slips on the next page, once, and nowhere else. */
    private static String handOut(Outcome<Slips> outcome, String said, String back, RedirectAttributes flash) {
        if (outcome instanceof Outcome.Accepted<Slips> accepted) {
            flash.addFlashAttribute("slips", accepted.value());
            flash.addFlashAttribute("said", said);
        }
        return Pages.after(outcome, SLIPS, back, flash, Map.of());
    }

    /** The slips that were just made; whoever comes again, or from elsewhere, finds none. */
    @GetMapping(SLIPS)
    String slips(Actor actor, Model model) {
        administers(actor);
        if (model.getAttribute("slips") instanceof Slips slips) {
            model.addAttribute(
                    "places",
                    placesOf(slips.slips().stream().map(Slip::areaPath).toList()));
            model.addAttribute("district", names.of(actor.territory()));
        }
        model.addAttribute(
                "door",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/login")
                        .toUriString());
        return "identity/slips";
    }

    /** The place whose people are shown, with its counts. */
    private String shown(Actor actor, String place, Model model) {
        reads(actor);
        String within = within(actor, place);
        model.addAttribute("counts", book.count(within));
        model.addAttribute("place", within);
        model.addAttribute("whole", within.equals(actor.territory()));
        return within;
    }

    private Map<String, String> placesOf(Collection<String> paths) {
        return paths.isEmpty() ? new LinkedHashMap<>() : names.of(paths);
    }

    static String within(Actor actor, String place) {
        return !place.isBlank() && actor.covers(place.strip()) ? place.strip() : actor.territory();
    }

    private static String back(Actor actor, String place) {
        String within = within(actor, place);
        return within.equals(actor.territory()) ? ADDRESS : ADDRESS + "?place=" + within;
    }

    /** Names of people are shown: that is noted before the page is made. */
    private void reads(Actor actor) {
        administers(actor);
        readings.note(actor, Readings.Kind.ACCOUNTS, actor.territory());
    }

    static void administers(Actor actor) {
        if (actor.role() != Role.ADMINISTRATOR) {
            throw new NotAllowed();
        }
    }
}
