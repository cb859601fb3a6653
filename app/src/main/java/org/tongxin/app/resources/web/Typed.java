package org.tongxin.app.resources.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.resources.Catalogue;
import org.tongxin.app.resources.Quantities;

/** What was typed into a form, read field by field and kept for the case that it is refused. */
record Typed(Map<String, String> values) {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Pattern QUANTITY = Pattern.compile("([^\\p{L}]*)(\\p{L}.*)?");

    String text(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /** An id that belongs to nothing where none can be read: what asks for it says that it is not there. */
    UUID id(String name) {
        try {
            return UUID.fromString(text(name));
        } catch (IllegalArgumentException unreadable) {
            return NOBODY;
        }
    }

    @Nullable UUID idOrNone(String name) {
        return text(name).isEmpty() ? null : id(name);
    }

    int version() {
        return whole("version");
    }

    /** 0 where nothing can be read. */
    int whole(String name) {
        return text(name).matches("\\d{1,9}") ? Integer.parseInt(text(name)) : 0;
    }

    <E extends Enum<E>> E choice(Class<E> type, String name, E otherwise) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(text(name))) {
                return each;
            }
        }
        return otherwise;
    }

    /** A day; absent where none was typed or none can be read. */
    Optional<LocalDate> day(String name) {
        try {
            return text(name).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(name)));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** A day that must be there. */
    Outcome<LocalDate> needDay(String name) {
        return day(name).map(Outcome::accepted).orElseGet(() -> Outcome.refused("G-037", shown(name)));
    }

    /** The end of a day that must be there, district time. */
    Outcome<Instant> endOf(String name, DistrictClock clock) {
        return needDay(name).map(day -> clock.at(day, LocalTime.of(23, 59)));
    }

    private String shown(String name) {
        return text(name).isEmpty() ? "-" : text(name);
    }

    /** Digits alone are base units; a larger unit may follow, as in 3箱. */
    Outcome<Long> quantity(Catalogue catalogue, String itemCode, String name) {
        Matcher parts = QUANTITY.matcher(text(name));
        if (!parts.matches()) {
            return Outcome.refused("G-002", shown(name));
        }
        String unit = parts.group(2);
        return catalogue.quantity(itemCode, parts.group(1), unit == null ? "" : unit.strip());
    }

    /** Goes on with the quantity of the item that was chosen, in its base units. */
    <T> Outcome<T> withQuantity(Catalogue catalogue, LongFunction<Outcome<T>> next) {
        return then(quantity(catalogue, text("item"), "quantity"), next::apply);
    }

    /** A quantity of base units from 0, as it was counted. */
    Outcome<Long> counted(String name) {
        return Quantities.readFromNothing(text(name))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused("G-002", shown(name)));
    }

    /** The same page again, with what was typed where that was refused. */
    String after(Outcome<?> outcome, String page, RedirectAttributes flash) {
        return Pages.after(outcome, page, page, flash, kept());
    }

    /** On to what was made, or back to the list with what was typed. */
    <T> String afterMaking(Outcome<T> outcome, String list, Function<T, UUID> id, RedirectAttributes flash) {
        String onward = outcome instanceof Outcome.Accepted<T> made ? list + "/" + id.apply(made.value()) : list;
        return Pages.after(outcome, onward, list, flash, kept());
    }

    /** Goes on only with what was accepted. */
    static <A, B> Outcome<B> then(Outcome<A> first, Function<A, Outcome<B>> next) {
        if (first instanceof Outcome.Accepted<A> accepted) {
            return next.apply(accepted.value());
        }
        return new Outcome.Refused<>(((Outcome.Refused<A>) first).refusal());
    }

    /** For the form, when it is shown again. */
    Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>(values);
        kept.remove("_csrf");
        return kept;
    }
}
