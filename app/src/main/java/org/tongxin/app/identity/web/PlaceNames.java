package org.tongxin.app.identity.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Places;

/** Names of areas in the reader's language; a code that nobody knows stands for itself. */
@Component
class PlaceNames {

    private final List<Places> known;

    PlaceNames(List<Places> known) {
        this.known = List.copyOf(known);
    }

    Map<String, String> of(Collection<String> paths) {
        Map<String, String> names = new LinkedHashMap<>();
        paths.forEach(path -> names.put(path, path));
        for (Places places : known) {
            places.find(names.keySet()).forEach((path, place) -> names.put(path, name(place)));
        }
        return names;
    }

    String of(String path) {
        return of(List.of(path)).getOrDefault(path, path);
    }

    /** What a form offers, by path. */
    Map<String, String> offered(String territory) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Places places : known) {
            places.offered(territory).forEach(place -> names.put(place.path(), name(place)));
        }
        return names;
    }

    private static String name(Places.Place place) {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? place.nameEn() : place.name();
    }
}
