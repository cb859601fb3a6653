package org.tongxin.app.cooperation.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.cooperation.FollowUps;
import org.tongxin.app.cooperation.UnitRequest;
import org.tongxin.app.cooperation.UnitRequests;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.resources.Catalogue;
import org.tongxin.app.resources.Goods;

/** Requests to member units, as those see them who ask and sign. */
@Controller
class RequestsController {

    private static final String ONE = "/cooperation/{id:[0-9a-fA-F-]{36}}";

    private final UnitRequests requests;
    private final FollowUps followUps;
    private final Catalogue catalogue;

    RequestsController(UnitRequests requests, FollowUps followUps, Catalogue catalogue) {
        this.requests = requests;
        this.followUps = followUps;
        this.catalogue = catalogue;
    }

    @GetMapping("/cooperation")
    String list(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        Paged<UnitRequest> page = requests.page(actor, null, Seen.of(after));
        model.addAttribute("requests", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("total", requests.counted(actor).total());
        model.addAttribute("toSign", requests.counted(actor).toSign());
        model.addAttribute("sees", UnitRequests.asks(actor) || actor.role() == Role.SIGNATORY);
        return "cooperation/requests";
    }

    @GetMapping(ONE)
    String one(Actor actor, @PathVariable UUID id, Model model) {
        UnitRequest request = requests.find(actor, id).orElseThrow(() -> new NotFound("request " + id));
        model.addAttribute("r", request);
        model.addAttribute("asks", UnitRequests.asks(actor));
        model.addAttribute("acts", UnitRequests.asks(actor) || actor.role() == Role.SIGNATORY);
        model.addAttribute("signs", actor.role() == request.signer());
        model.addAttribute("followUps", followUps.of(id));
        model.addAttribute("items", catalogue.items());
        return "cooperation/request";
    }

    @PostMapping(ONE + "/sending")
    String send(Actor actor, @PathVariable UUID id, @RequestParam int version, RedirectAttributes flash) {
        return after(requests.send(actor, id, version), id, flash);
    }

    @PostMapping(ONE + "/withdrawal")
    String withdraw(Actor actor, @PathVariable UUID id, @RequestParam int version, RedirectAttributes flash) {
        return after(requests.withdraw(actor, id, version), id, flash);
    }

    @PostMapping(ONE + "/reminder")
    String remind(Actor actor, @PathVariable UUID id, @RequestParam int version, RedirectAttributes flash) {
        return after(requests.remind(actor, id, version), id, flash);
    }

    @PostMapping(ONE + "/reply")
    String reply(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam int version,
            RedirectAttributes flash) {
        String page = "/cooperation/" + id;
        return Pages.after(requests.reply(actor, id, words, version), page, page, flash, Map.of("words", words));
    }

    @PostMapping(ONE + "/offers")
    String offer(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "0") long quantity,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate expires,
            @RequestParam int version,
            RedirectAttributes flash) {
        String page = "/cooperation/" + id;
        return Pages.after(
                followUps.offer(actor, id, new Goods(item, quantity, expires), version),
                page,
                page,
                flash,
                Map.of(
                        "item",
                        item,
                        "quantity",
                        String.valueOf(quantity),
                        "expires",
                        expires == null ? "" : expires.toString()));
    }

    @PostMapping(ONE + "/links")
    String link(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam FollowUps.Kind kind,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam int version,
            RedirectAttributes flash) {
        String page = "/cooperation/" + id;
        return Pages.after(
                followUps.link(actor, id, kind, reference, version),
                page,
                page,
                flash,
                Map.of("kind", kind.name(), "reference", reference));
    }

    private static String after(Outcome<?> outcome, UUID id, RedirectAttributes flash) {
        return Pages.after(outcome, "/cooperation/" + id, flash);
    }
}
