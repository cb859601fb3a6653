package org.tongxin.app.platform;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a page goes after a form: on where it was accepted, back to the form where it was refused, with the refusal as
 * {@code refusal} and what was typed as {@code form}.
 */
public final class Pages {

    private Pages() {}

    /** @param typed what was typed, kept for the form */
    public static String after(
            Outcome<?> outcome, String onward, String back, RedirectAttributes flash, Map<String, String> typed) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            flash.addFlashAttribute("refusal", refused.refusal());
            flash.addFlashAttribute("form", typed);
            return "redirect:" + back;
        }
        return "redirect:" + onward;
    }

    public static String after(Outcome<?> outcome, String address, RedirectAttributes flash) {
        return after(outcome, address, address, flash, Map.of());
    }

    /** The day of a date field; {@code null}, which the form's own rule refuses, for what is none. */
    public static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
