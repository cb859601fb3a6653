package org.tongxin.app.resources.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.StreetTile;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.resources.AdoptedPlan;
import org.tongxin.app.resources.GoodsPlan;
import org.tongxin.app.resources.SupplyPlanning;

/** The plan of goods: the fair and the cheapest one click apart, and adopting one of them. */
@Controller
class SupplyPlanController {

    private static final String PAGE = "/supplies/plan";

    private final SupplyPlanning planning;
    private final Organisation organisation;
    private final DistrictClock clock;

    SupplyPlanController(SupplyPlanning planning, Organisation organisation, DistrictClock clock) {
        this.planning = planning;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String plan(
            Actor actor,
            @RequestParam(defaultValue = "TIERS") String rule,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        show(actor, rule, model);
        Paged<AdoptedPlan> adopted = planning.adopted(actor, Seen.of(after));
        model.addAttribute("adopted", adopted.rows());
        model.addAttribute("page", adopted);
        return "resources/plan";
    }

    @GetMapping(PAGE + "/adoption")
    String confirm(Actor actor, @RequestParam(defaultValue = "TIERS") String rule, Model model) {
        show(actor, rule, model);
        return "resources/plan-adoption";
    }

    private void show(Actor actor, String rule, Model model) {
        GoodsPlan.Rule chosen = rule(rule);
        model.addAttribute("rule", chosen);
        model.addAttribute("rules", GoodsPlan.Rule.values());
        model.addAttribute("now", clock.now());
        model.addAttribute("today", clock.today());
        model.addAttribute("sees", planning.sees(actor));
        model.addAttribute("officer", actor.role() == Role.DUTY_OFFICER && planning.sees(actor));
        if (!planning.sees(actor)) {
            return;
        }
        Outcome<GoodsPlan> fair = planning.plan(actor, GoodsPlan.Rule.TIERS);
        Outcome<GoodsPlan> flat = planning.plan(actor, GoodsPlan.Rule.FLAT);
        if (fair instanceof Outcome.Accepted<GoodsPlan> one && flat instanceof Outcome.Accepted<GoodsPlan> other) {
            both(one.value(), other.value(), chosen, model);
        } else {
            model.addAttribute("unproved", refusal(fair instanceof Outcome.Refused<GoodsPlan> ? fair : flat));
        }
    }

    private void both(GoodsPlan fair, GoodsPlan flat, GoodsPlan.Rule chosen, Model model) {
        GoodsPlan plan = chosen == GoodsPlan.Rule.TIERS ? fair : flat;
        List<StreetTile> tiles = organisation.tiles();
        model.addAttribute("fair", fair);
        model.addAttribute("flat", flat);
        model.addAttribute("plan", plan);
        model.addAttribute("table", PriceTable.now());
        model.addAttribute("chart", CoverageChart.of(plan.places(), GoodsPlan.Place::coverage));
        model.addAttribute("tiles", StreetCoverage.of(tiles, plan));
    }

    private static Object refusal(Outcome<GoodsPlan> outcome) {
        return ((Outcome.Refused<GoodsPlan>) outcome).refusal();
    }

    private static GoodsPlan.Rule rule(String text) {
        return new Typed(Map.of("rule", text)).choice(GoodsPlan.Rule.class, "rule", GoodsPlan.Rule.TIERS);
    }

    @PostMapping("/supplies/plans")
    String adopt(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        Outcome<AdoptedPlan> outcome = planning.adopt(actor, typed.id("plan"), rule(typed.text("rule")));
        String back = PAGE + "?rule=" + rule(typed.text("rule"));
        return Pages.after(outcome, PAGE + "#adopted", back, flash, typed.kept());
    }
}
