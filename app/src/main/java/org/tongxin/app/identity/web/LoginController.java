package org.tongxin.app.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.DemonstrationDoor;
import org.tongxin.app.identity.Setup;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.platform.Refusal;

/** The login page. What was typed, except the password, and why it was refused wait in the session for it. */
@Controller
class LoginController {

    private static final String REFUSAL = "identity.login.refusal";
    private static final String TYPED = "identity.login.typed";

    private final Accounts accounts;
    private final PlatformSettings settings;
    private final ProblemWords words;
    private final List<DemonstrationDoor> doors;
    private final OfficeLogin office;
    private final Setup setup;

    LoginController(
            Accounts accounts,
            PlatformSettings settings,
            ProblemWords words,
            List<DemonstrationDoor> doors,
            OfficeLogin office,
            Setup setup) {
        this.setup = setup;
        this.office = office;
        this.accounts = accounts;
        this.settings = settings;
        this.words = words;
        this.doors = List.copyOf(doors);
    }

    static void keep(HttpServletRequest request, Refusal refusal) {
        request.getSession().setAttribute(REFUSAL, refusal);
        request.getSession().setAttribute(TYPED, request.getParameter("login"));
    }

    @GetMapping("/login")
    String form(HttpServletRequest request, Model model) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(REFUSAL) instanceof Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("sentence", words.of(refusal, request));
            model.addAttribute("typed", session.getAttribute(TYPED));
            session.removeAttribute(REFUSAL);
            session.removeAttribute(TYPED);
        }
        model.addAttribute("ended", request.getParameter("ended") != null);
        model.addAttribute("demonstration", settings.demonstration());
        model.addAttribute("logins", accounts.listDemonstrationLogins());
        model.addAttribute(
                "doors", doors.stream().flatMap(house -> house.doors().stream()).toList());
        model.addAttribute("office", office.isOffered());
        model.addAttribute("vacant", setup.isWaiting());
        return "identity/login";
    }

    /** To the provider, if it answers; nobody is sent to a page that does not come. */
    @GetMapping("/login/office")
    String office(HttpServletRequest request) {
        if (!office.isOffered()) {
            return "redirect:/login";
        }
        if (!office.isReached()) {
            keep(request, Refusal.of("I-039"));
            return "redirect:/login";
        }
        return "redirect:" + OfficeLogin.WAY;
    }
}
