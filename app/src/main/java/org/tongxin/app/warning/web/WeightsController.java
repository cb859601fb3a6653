package org.tongxin.app.warning.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.warning.risk.IndexVersion;
import org.tongxin.app.warning.risk.IndexVersions;
import org.tongxin.app.warning.risk.WeightPreviews;
import org.tongxin.app.warning.risk.WeightQuestions;

/** The weights of the index: the questionnaire, what other weights would have meant, and their adoption. */
@Controller
class WeightsController {

    private static final Set<Role> READERS = Set.of(Role.CDC_ANALYST, Role.DUTY_OFFICER, Role.SIGNATORY, Role.OBSERVER);

    private final IndexVersions versions;
    private final WeightPreviews previews;

    WeightsController(IndexVersions versions, WeightPreviews previews) {
        this.versions = versions;
        this.previews = previews;
    }

    /** @param j answers, pair after pair; with all of them the page shows what they would mean */
    @GetMapping("/areas/weights")
    String weights(Actor actor, @RequestParam(required = false) @Nullable List<String> j, Model model) {
        if (!READERS.contains(actor.role())) {
            throw new NotAllowed();
        }
        IndexVersion newest = versions.newest();
        List<String> answers = j == null ? newest.judgements() : j;
        model.addAttribute("versions", versions.list());
        model.addAttribute("newest", newest);
        model.addAttribute("pairs", WeightQuestions.pairs());
        model.addAttribute("answers", WeightQuestions.ANSWERS);
        model.addAttribute("chosen", answers);
        model.addAttribute("weights", newest.settings().config().weightByPart());
        model.addAttribute(
                "preview",
                j == null ? null : previews.of(actor.territory(), answers).orElse(null));
        model.addAttribute("analyst", actor.role() == Role.CDC_ANALYST);
        return "warning/weights";
    }

    @PostMapping("/areas/weights")
    String adopt(
            Actor actor,
            @RequestParam(defaultValue = "") List<String> j,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        if (versions.adopt(actor, j, reason) instanceof Outcome.Refused<?> refused) {
            flash.addFlashAttribute("refusal", refused.refusal());
            flash.addAttribute("j", String.join(",", j));
        }
        return "redirect:/areas/weights";
    }
}
