package org.tongxin.app.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.tongxin.app.platform.Refusal;

/** The page that says no; reached from within only. */
@Controller
class RefusalController {

    static final String ADDRESS = "/refused";
    static final String REFUSAL = "identity.refusal";

    private final ProblemWords words;

    RefusalController(ProblemWords words) {
        this.words = words;
    }

    @RequestMapping(ADDRESS)
    ModelAndView refused(HttpServletRequest request) {
        if (request.getAttribute(REFUSAL) instanceof Refusal refusal) {
            return page(refusal, words, request);
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static ModelAndView page(Refusal refusal, ProblemWords words, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("identity/refused");
        page.setStatus(HttpStatus.FORBIDDEN);
        page.addObject("refusal", refusal);
        page.addObject("sentence", words.of(refusal, request));
        page.addObject("typed", Typed.of(request));
        CurrentActor.find().ifPresent(actor -> page.addObject("actor", actor));
        return page;
    }
}
