package org.tongxin.app.exercises.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.exercises.Exercise;
import org.tongxin.app.exercises.Exercises;
import org.tongxin.app.exercises.Play;
import org.tongxin.app.exercises.RoleCard;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Pages;

/** A role card: read and printed by all, played by one. */
@Controller
class CardController {

    private static final String CARD = "/exercises/{number:YL-[0-9]{1,9}}/cards/{card}";

    private final Exercises exercises;
    private final Play play;

    CardController(Exercises exercises, Play play) {
        this.exercises = exercises;
        this.play = play;
    }

    private Exercise find(Actor actor, String number) {
        return exercises.find(actor, number).orElseThrow(() -> new NotFound("exercise " + number));
    }

    @GetMapping(CARD)
    String card(Actor actor, @PathVariable String number, @PathVariable UUID card, Model model) {
        Exercise exercise = find(actor, number);
        RoleCard shown = exercises.cards(exercise).stream()
                .filter(each -> each.id().equals(card))
                .findFirst()
                .orElseThrow(() -> new NotFound("role card " + card));
        boolean mine = actor.login().equals(shown.player());
        model.addAttribute("exercise", exercise);
        model.addAttribute("card", shown);
        model.addAttribute("calls", play.put(exercise, card));
        model.addAttribute("minute", exercises.minute(exercise));
        model.addAttribute("mine", mine);
        model.addAttribute("answers", mine || Exercises.leads(actor, exercise));
        model.addAttribute("plays", !actor.role().readsOnly());
        return "exercises/card";
    }

    @PostMapping(CARD + "/player")
    String take(Actor actor, @PathVariable String number, @PathVariable UUID card, RedirectAttributes flash) {
        return Pages.after(play.take(actor, find(actor, number), card), address(number, card), flash);
    }

    @PostMapping(CARD + "/release")
    String release(Actor actor, @PathVariable String number, @PathVariable UUID card, RedirectAttributes flash) {
        return Pages.after(play.release(actor, find(actor, number), card), address(number, card), flash);
    }

    @PostMapping(CARD + "/answers/{call}")
    String answer(
            Actor actor,
            @PathVariable String number,
            @PathVariable UUID card,
            @PathVariable UUID call,
            @RequestParam Map<String, String> typed,
            RedirectAttributes flash) {
        Map<String, String> figures = new LinkedHashMap<>();
        typed.forEach((key, value) -> {
            if (key.matches("f[0-9]{1,2}")) {
                figures.put(key, value);
            }
        });
        Map<String, String> form = new LinkedHashMap<>(figures);
        form.put("note", typed.getOrDefault("note", ""));
        form.put("call", call.toString());
        return Pages.after(
                play.answer(actor, find(actor, number), call, figures, typed.getOrDefault("note", "")),
                address(number, card),
                address(number, card),
                flash,
                form);
    }

    private static String address(String number, UUID card) {
        return "/exercises/" + number + "/cards/" + card;
    }
}
