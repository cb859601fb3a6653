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

    LoginController(Accounts accounts, PlatformSettings settings, ProblemWords words, List<DemonstrationDoor> doors) {
        this.accounts = accounts;
        this.settings = settings;
        this.words = words;
        this.doors = List.copyOf(doors);
    }

    static void keep(HttpServletRequest request, Refusal refusal) {
        request.getSession().setAttribute(REFUSAL, refusal);
        request.getSession().setAttribute(TYPED, String.valueOf(request.getParameter("login")));
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
        return "identity/login";
    }
}
