package org.tongxin.app.identity.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Handovers;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Role;

/** What the one before left for the one who took over. */
@Controller
class NotesController {

    static final String ADDRESS = "/handover";

    private final Handovers handovers;
    private final PlaceNames names;

    NotesController(Handovers handovers, PlaceNames names) {
        this.handovers = handovers;
        this.names = names;
    }

    @GetMapping(ADDRESS)
    String notes(Actor actor, Model model) {
        if (actor.role() == Role.OBSERVER) {
            throw new NotAllowed();
        }
        List<Handovers.Note> notes = handovers.unread(actor.account());
        model.addAttribute("notes", notes);
        model.addAttribute(
                "places", names.of(notes.stream().map(Handovers.Note::areaPath).toList()));
        model.addAttribute("open", handovers.openWork(actor.territory()));
        return "identity/notes";
    }

    @PostMapping(ADDRESS)
    String read(Actor actor, @RequestParam(defaultValue = "") List<UUID> note) {
        handovers.read(actor, note);
        return "redirect:/";
    }
}
