package org.tongxin.app.tasks.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.tasks.Questions;

/** What contradicts, for those who ordered it; communities and streets neither see it nor are asked. */
@Controller
class QuestionsController {

    private final Questions questions;

    QuestionsController(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/tasks/questions")
    String list(Actor actor, Model model) {
        mayAnswer(actor);
        model.addAttribute("questions", questions.open(actor.territory()));
        return "tasks/questions";
    }

    @PostMapping("/tasks/questions/" + TasksController.ID + "/answer")
    String answer(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            RedirectAttributes flash) {
        mayAnswer(actor);
        Outcome<UUID> outcome = questions.answer(actor, id, TaskText.cut(answer.strip(), 500));
        if (outcome instanceof Outcome.Accepted<?>) {
            flash.addFlashAttribute("done", "tasks.done.answered");
        }
        return Pages.after(outcome, "/tasks/questions", flash);
    }

    static void mayAnswer(Actor actor) {
        if (actor.role() != Role.DUTY_OFFICER) {
            throw new NotAllowed();
        }
    }
}
