package org.tongxin.app.protection.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.protection.Destructions;
import org.tongxin.app.protection.OfficeColumns;
import org.tongxin.app.protection.ProtectionSettings;

/** The register of personal fields, the countdowns, and the protocols to print and sign. */
@Controller
class DataProtectionController {

    private final Destructions destructions;
    private final OfficeColumns office;
    private final ProtectionSettings settings;

    DataProtectionController(Destructions destructions, OfficeColumns office, ProtectionSettings settings) {
        this.destructions = destructions;
        this.office = office;
        this.settings = settings;
    }

    @GetMapping("/data-protection")
    String register(Model model) {
        model.addAttribute("register", destructions.register());
        model.addAttribute("office", office.groups());
        model.addAttribute("destructions", destructions.list());
        model.addAttribute("settings", settings);
        return "protection/register";
    }

    @GetMapping("/data-protection/{activation}")
    String protocol(Actor actor, @PathVariable UUID activation, Model model) {
        model.addAttribute(
                "destruction",
                destructions.find(activation).orElseThrow(() -> new NotFound("destruction " + activation)));
        model.addAttribute("signatory", actor.role() == Role.SIGNATORY);
        return "protection/protocol";
    }

    @PostMapping("/data-protection/{activation}/signature")
    String sign(Actor actor, @PathVariable UUID activation, @RequestParam int version, RedirectAttributes flash) {
        return Pages.after(destructions.sign(actor, activation, version), "/data-protection/" + activation, flash);
    }
}
