package org.tongxin.app.replay.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.replay.Replay;
import org.tongxin.app.replay.ReplayState;

/** Pause, go on, step, start again, who decides, how fast: anyone at this machine may, it decides nothing. */
@Controller
class ReplayController {

    private static final String DESK = "/desk";

    private final Replay replay;

    ReplayController(Replay replay) {
        this.replay = replay;
    }

    /** The bar alone, asked for again whenever something has changed. */
    @GetMapping("/replay/bar")
    String bar() {
        return "replay/timebar :: timebar";
    }

    @PostMapping("/replay/pausing")
    String pause(Actor actor, RedirectAttributes flash) {
        return back(replay.pause(actor), flash);
    }

    @PostMapping("/replay/resumption")
    String resume(Actor actor, RedirectAttributes flash) {
        return back(replay.resume(actor), flash);
    }

    @PostMapping("/replay/step")
    String step(Actor actor, RedirectAttributes flash) {
        return back(replay.step(actor), flash);
    }

    @PostMapping("/replay/restart")
    String startAgain(Actor actor, RedirectAttributes flash) {
        return back(replay.startAgain(actor), flash);
    }

    @PostMapping("/replay/script")
    String script(Actor actor, @RequestParam boolean on, RedirectAttributes flash) {
        return back(replay.scriptedDuty(actor, on), flash);
    }

    @PostMapping("/replay/pace")
    String pace(Actor actor, @RequestParam double seconds, RedirectAttributes flash) {
        return back(replay.pace(actor, seconds), flash);
    }

    private static String back(Outcome<ReplayState> outcome, RedirectAttributes flash) {
        return Pages.after(outcome, DESK, flash);
    }
}
