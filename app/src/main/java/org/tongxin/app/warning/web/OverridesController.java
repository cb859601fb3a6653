package org.tongxin.app.warning.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.risk.RatingOverrides;

/** A person sets another level beside the computed one, or ends that early. */
@Controller
class OverridesController {

    private final RatingOverrides overrides;

    OverridesController(RatingOverrides overrides) {
        this.overrides = overrides;
    }

    @PostMapping("/areas/{path}/override")
    String set(
            Actor actor,
            @PathVariable String path,
            @RequestParam RatingLevel level,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int hours,
            RedirectAttributes flash) {
        return Pages.after(
                overrides.set(actor, path, level, reason, hours),
                "/areas/" + path,
                "/areas/" + path,
                flash,
                Map.of("level", level.name(), "reason", reason, "hours", "" + hours));
    }

    @PostMapping("/areas/{path}/override/ending")
    String end(Actor actor, @PathVariable String path, RedirectAttributes flash) {
        return Pages.after(overrides.end(actor, path), "/areas/" + path, flash);
    }
}
