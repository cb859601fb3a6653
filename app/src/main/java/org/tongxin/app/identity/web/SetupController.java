package org.tongxin.app.identity.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Setup;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;

/** Where the holder of the setup secret becomes administrator; in a demonstration this address does not exist. */
@Controller
@ConditionalOnProperty(name = "tongxin.mode", havingValue = "operation")
class SetupController {

    static final String ADDRESS = "/setup";

    private final Setup setup;

    SetupController(Setup setup) {
        this.setup = setup;
    }

    @GetMapping(ADDRESS)
    String form() {
        return "identity/setup";
    }

    @PostMapping(ADDRESS)
    String complete(
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            RedirectAttributes flash) {
        Outcome<UUID> done = setup.complete(new Setup.Typed(secret, login.strip(), name, password, again));
        flash.addFlashAttribute("opened", done instanceof Outcome.Accepted<UUID>);
        return Pages.after(done, "/login", ADDRESS, flash, Map.of("login", login, "name", name));
    }
}
