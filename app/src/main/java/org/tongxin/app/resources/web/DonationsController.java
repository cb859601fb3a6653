package org.tongxin.app.resources.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.resources.Catalogue;
import org.tongxin.app.resources.Donation;
import org.tongxin.app.resources.Donations;
import org.tongxin.app.resources.Goods;
import org.tongxin.app.resources.Holder;
import org.tongxin.app.resources.HolderKind;
import org.tongxin.app.resources.Holders;
import org.tongxin.app.resources.Source;
import org.tongxin.app.resources.Stocks;
import org.tongxin.app.resources.Traced;

/** Donations: received by posts; their ledger is for everybody. */
@Controller
class DonationsController {

    private static final int PAGE = 30;

    private final Donations donations;
    private final Stocks stocks;
    private final Catalogue catalogue;
    private final Holders holders;

    DonationsController(Donations donations, Stocks stocks, Catalogue catalogue, Holders holders) {
        this.donations = donations;
        this.stocks = stocks;
        this.catalogue = catalogue;
        this.holders = holders;
    }

    /** A donation with where it went. */
    record Line(Donation donation, List<Traced> places) {}

    /** Without an account. @param number one donation, as its donor was told; @param before only older ones */
    @GetMapping("/residents/donations")
    String publicLedger(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        Optional<Donation> asked = number.isBlank() ? Optional.empty() : donations.find(number);
        model.addAttribute("number", number);
        model.addAttribute("asked", asked.map(this::line).orElse(null));
        fill(before, model);
        return "resources/public-donations";
    }

    private void fill(String before, Model model) {
        List<Donation> found = donations.list(before, PAGE + 1);
        model.addAttribute("lines", found.stream().limit(PAGE).map(this::line).toList());
        model.addAttribute("older", found.size() > PAGE ? found.get(PAGE - 1).number() : null);
        model.addAttribute("sums", donations.sums());
    }

    private Line line(Donation donation) {
        List<Traced> reached = stocks.whereTo(Source.DONATION, donation.number()).stream()
                .filter(traced -> traced.reached() > 0)
                .toList();
        return new Line(donation, reached);
    }

    @GetMapping("/supplies/donations")
    String list(Actor actor, @RequestParam(defaultValue = "") String before, Model model) {
        fill(before, model);
        model.addAttribute("items", catalogue.items());
        model.addAttribute("places", keptBy(actor));
        return "resources/donations";
    }

    private List<Holder> keptBy(Actor actor) {
        return Stream.of(HolderKind.WAREHOUSE, HolderKind.UNIT, HolderKind.COMMUNITY_STORE)
                .flatMap(kind -> holders.list(kind, actor.territory()).stream())
                .filter(place -> Stocks.keeps(actor, place))
                .toList();
    }

    @PostMapping("/supplies/donations")
    String receive(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        String item = typed.text("item");
        Outcome<Donation> outcome = typed.withQuantity(
                catalogue,
                quantity -> donations.receive(
                        actor,
                        typed.text("key"),
                        typed.text("donor"),
                        typed.id("place"),
                        new Goods(item, quantity, typed.day("expires").orElse(null)),
                        typed.text("wish")));
        return typed.after(outcome, "/supplies/donations", flash);
    }
}
