package org.tongxin.app.identity.web;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.HeldPost;
import org.tongxin.app.identity.NewEntrance;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.PostBook;
import org.tongxin.app.identity.ProposalBook;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.identity.Role;
import org.tongxin.app.identity.SecondPerson;
import org.tongxin.app.identity.TemporaryHelp;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;

/** Posts held and vacant of the own ring, one of them, and temporary help. */
@Controller
class PostsController {

    static final String ADDRESS = "/posts";

    private static final Set<Role> OUTSIDE = Set.of(Role.OBSERVER, Role.REPORTER);

    private final Readings readings;
    private final PostBook book;
    private final TemporaryHelp help;
    private final SecondPerson second;
    private final ProposalBook proposals;
    private final PlaceNames names;

    PostsController(
            Readings readings,
            PostBook book,
            TemporaryHelp help,
            SecondPerson second,
            ProposalBook proposals,
            PlaceNames names) {
        this.readings = readings;
        this.book = book;
        this.help = help;
        this.second = second;
        this.proposals = proposals;
        this.names = names;
    }

    /** @param after id of the last line of the page before; @param q part of a name or login */
    @GetMapping(ADDRESS)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        reads(actor);
        readings.note(actor, Readings.Kind.ACCOUNTS, actor.territory());
        String sought = q.strip().toLowerCase(Locale.ROOT);
        List<HeldPost> found = book.list(actor.territory(), sought, after);
        List<HeldPost> shown = found.subList(0, Math.min(PostBook.PAGE, found.size()));
        model.addAttribute("posts", shown);
        model.addAttribute("counts", book.count(actor.territory(), sought));
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute(
                "next", found.size() > PostBook.PAGE ? shown.getLast().appointment() : null);
        model.addAttribute("places", placesOf(actor, shown));
        boolean administers = actor.role() == Role.ADMINISTRATOR;
        model.addAttribute("administers", administers);
        model.addAttribute(
                "proposed", administers ? proposals.count(actor.territory()).proposed() : 0);
        model.addAttribute("mayHelp", help.mayOpen(actor));
        model.addAttribute("offered", help.mayOpen(actor) ? names.offered(actor.territory()) : Map.of());
        model.addAttribute("days", TemporaryHelp.DAYS);
        return "identity/posts";
    }

    private Map<String, String> placesOf(Actor actor, List<HeldPost> shown) {
        Set<String> paths = new LinkedHashSet<>(Set.of(actor.territory()));
        shown.forEach(each -> paths.add(each.areaPath()));
        return names.of(paths);
    }

    @GetMapping(ADDRESS + "/{id}")
    String one(Actor actor, @PathVariable UUID id, Model model) {
        reads(actor);
        HeldPost post = book.find(id, actor.territory()).orElseThrow(() -> new NotFound("post " + id));
        readings.note(actor, Readings.Kind.ACCOUNTS, post.areaPath());
        model.addAttribute("post", post);
        model.addAttribute("place", names.of(post.areaPath()));
        model.addAttribute("administers", actor.role() == Role.ADMINISTRATOR);
        model.addAttribute("confirms", SecondPerson.confirms(actor));
        model.addAttribute("own", post.account().equals(actor.account()));
        return "identity/post";
    }

    /** The word of a second person, who has asked the holder. */
    @PostMapping(ADDRESS + "/{id}/confirmation")
    String confirm(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
        Outcome<UUID> outcome = second.confirm(actor, id);
        if (outcome instanceof Outcome.Accepted<UUID>) {
            book.find(id, actor.territory()).ifPresent(post -> flash.addFlashAttribute("confirmed", post.name()));
        }
        return Pages.after(outcome, ADDRESS + "/" + id, flash);
    }

    static void reads(Actor actor) {
        if (OUTSIDE.contains(actor.role())) {
            throw new NotAllowed();
        }
    }

    @PostMapping(ADDRESS + "/help")
    String open(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String days,
            RedirectAttributes flash) {
        String place = area.isBlank() ? actor.territory() : area.strip();
        String plain = Normalizer.normalize(days, Normalizer.Form.NFKC).strip();
        Outcome<NewEntrance> outcome = plain.matches("\\d{1,4}")
                ? help.open(actor, name, place, Integer.parseInt(plain))
                : Outcome.refused("I-035", days, TemporaryHelp.DAYS);
        tell(outcome, flash);
        return Pages.after(outcome, ADDRESS, ADDRESS, flash, Map.of("name", name, "area", area, "days", days));
    }

    @PostMapping(ADDRESS + "/{id}/early-end")
    String endHelp(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
        return Pages.after(help.end(actor, id), ADDRESS, flash);
    }

    /** Puts what is shown once on the next page, and nowhere else. */
    static void tell(Outcome<NewEntrance> outcome, RedirectAttributes flash) {
        if (outcome instanceof Outcome.Accepted<NewEntrance> accepted) {
            flash.addFlashAttribute("entrance", accepted.value());
        }
    }
}
