package org.tongxin.app.warning.web.cap;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * What CAP 1.2 asks beyond its grammar (the descriptions of its data dictionary): conditional elements, forms of times,
 * references, languages, places. A message that obeys the schema may still break these. For one message and one thread.
 */
final class CapRules {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d");
    private static final Pattern ID = Pattern.compile("[^\\s,<&]+");
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]{0,400}>");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{40}");
    private static final Set<String> TIMES = Set.of("sent", "effective", "onset", "expires");
    private static final Set<String> PLAIN =
            Set.of("event", "headline", "description", "instruction", "senderName", "areaDesc", "note", "audience");
    private static final Set<String> REFER = Set.of("Update", "Cancel", "Ack", "Error");
    private static final int CORNERS = 4;

    private final CapElement alert;
    private final List<CapProblem> problems = new ArrayList<>();

    private CapRules(CapElement alert) {
        this.alert = alert;
    }

    /** What a message breaks of the rules beyond the grammar, which it may break as well. */
    static List<CapProblem> problems(CapElement alert) {
        CapRules rules = new CapRules(alert);
        alert.all().forEach(rules::checkForm);
        rules.checkAlert();
        alert.children("info").forEach(rules::checkInfo);
        rules.checkLanguages();
        return rules.problems;
    }

    private void checkForm(CapElement element) {
        String text = element.text();
        switch (element.name()) {
            case "identifier", "sender" -> require(element, ID.matcher(text).matches(), "id");
            case "language" -> require(element, isLanguage(text), "language");
            case "web" -> require(element, isAbsolute(text), "address");
            case "polygon" -> checkPolygon(element);
            case "circle" -> require(element, isCircle(text), "circle");
            case "size" ->
                require(
                        element,
                        findNumber(text)
                                .filter(size -> size >= 0 && size % 1 == 0)
                                .isPresent(),
                        "number");
            case "altitude", "ceiling" -> require(element, findNumber(text).isPresent(), "number");
            case "digest" -> require(element, DIGEST.matcher(text).matches(), "digest");
            case "resource" -> require(element, isReachable(element), "relative");
            case "area" -> checkHeights(element);
            default -> checkText(element);
        }
    }

    private void checkText(CapElement element) {
        if (TIMES.contains(element.name())) {
            require(element, findTime(element.text()).isPresent(), "time");
        } else if (PLAIN.contains(element.name())) {
            require(element, !element.text().isEmpty(), "empty");
            require(element, !MARKUP.matcher(element.text()).find(), "markup");
        }
    }

    private void checkAlert() {
        String scope = alert.textOf("scope");
        boolean isRestricted = scope.equals("Restricted");
        require(alert, isRestricted == alert.find("restriction").isPresent(), "restriction", scope);
        require(alert, !scope.equals("Private") || alert.find("addresses").isPresent(), "addresses", scope);
        String type = alert.textOf("msgType");
        require(alert, !REFER.contains(type) || alert.find("references").isPresent(), "references", type);
        require(
                alert,
                !alert.textOf("status").equals("Exercise") && !type.equals("Error")
                        || alert.find("note").isPresent(),
                "note",
                alert.textOf("status"));
        require(alert, !type.equals("Alert") || !alert.children("info").isEmpty(), "info", type);
        alert.children("references").forEach(this::checkReferences);
    }

    private void checkReferences(CapElement references) {
        for (String reference : references.text().split("\\s+")) {
            String[] parts = reference.split(",", -1);
            boolean isTriplet = parts.length == 3
                    && ID.matcher(parts[0]).matches()
                    && ID.matcher(parts[1]).matches()
                    && findTime(parts[2]).isPresent();
            if (!isTriplet) {
                problems.add(CapProblem.of(references, "reference", reference));
            } else if (parts[0].equals(alert.textOf("sender")) && parts[1].equals(alert.textOf("identifier"))) {
                problems.add(CapProblem.of(references, "itself", reference));
            } else if (isAfter(parts[2], alert.textOf("sent"))) {
                problems.add(CapProblem.of(references, "later", reference));
            }
        }
    }

    private void checkInfo(CapElement info) {
        String start = info.find("onset").or(() -> info.find("effective")).orElse(alert.textOf("sent"));
        require(info, !isAfter(start, info.find("expires").orElse(start)), "expires", info.textOf("expires"));
    }

    /** Two languages with the same words are one language twice. */
    private void checkLanguages() {
        List<CapElement> infos = alert.children("info");
        for (int second = 1; second < infos.size(); second++) {
            CapElement other = infos.get(second);
            Optional<String> words = other.find("description");
            boolean isRepeated = words.isPresent()
                    && infos.subList(0, second).stream()
                            .filter(info -> !info.textOf("language").equals(other.textOf("language")))
                            .anyMatch(info -> info.find("description").equals(words));
            require(other, !isRepeated, "sameWords", other.textOf("language"));
        }
    }

    private void checkPolygon(CapElement polygon) {
        List<Coordinate> corners = new ArrayList<>();
        for (String pair : polygon.text().split("\\s+")) {
            Optional<Coordinate> corner = findPlace(pair);
            if (corner.isEmpty()) {
                problems.add(CapProblem.of(polygon, "place", pair));
                return;
            }
            corners.add(corner.get());
        }
        boolean isClosed = corners.size() >= CORNERS && corners.getFirst().equals2D(corners.getLast());
        require(polygon, isClosed, "polygon");
        require(polygon, !isClosed || isSimple(corners), "crossing");
    }

    private static boolean isSimple(List<Coordinate> corners) {
        return new GeometryFactory()
                .createPolygon(corners.toArray(Coordinate[]::new))
                .isValid();
    }

    private static boolean isCircle(String text) {
        String[] parts = text.split("\\s+");
        return parts.length == 2
                && findPlace(parts[0]).isPresent()
                && findNumber(parts[1]).filter(radius -> radius >= 0).isPresent();
    }

    private void checkHeights(CapElement area) {
        Optional<Double> altitude = area.find("altitude").flatMap(CapRules::findNumber);
        area.find("ceiling")
                .flatMap(CapRules::findNumber)
                .ifPresent(ceiling -> require(
                        area, altitude.filter(low -> low < ceiling).isPresent(), "ceiling", area.textOf("ceiling")));
    }

    /** A relative address points into the message, so the content has to be there. */
    private static boolean isReachable(CapElement resource) {
        return resource.find("uri")
                .map(uri -> isAbsolute(uri) || resource.find("derefUri").isPresent())
                .orElse(true);
    }

    /** Latitude and longitude in degrees, as x and y. */
    private static Optional<Coordinate> findPlace(String pair) {
        String[] parts = pair.split(",", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        Optional<Double> latitude = findNumber(parts[0]).filter(degrees -> Math.abs(degrees) <= 90);
        Optional<Double> longitude = findNumber(parts[1]).filter(degrees -> Math.abs(degrees) <= 180);
        return latitude.flatMap(north -> longitude.map(east -> new Coordinate(north, east)));
    }

    private static Optional<Double> findNumber(String text) {
        return text.matches("[-+]?\\d{1,15}(\\.\\d{1,15})?") ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    private static Optional<OffsetDateTime> findTime(String text) {
        try {
            return TIME.matcher(text).matches() ? Optional.of(OffsetDateTime.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static boolean isAfter(String one, String other) {
        Optional<OffsetDateTime> first = findTime(one);
        Optional<OffsetDateTime> second = findTime(other);
        return first.isPresent() && second.isPresent() && first.get().isAfter(second.get());
    }

    private static boolean isLanguage(String text) {
        try {
            return !text.isEmpty()
                    && !new Locale.Builder()
                            .setLanguageTag(text)
                            .build()
                            .getLanguage()
                            .isEmpty();
        } catch (IllformedLocaleException unknown) {
            return false;
        }
    }

    private static boolean isAbsolute(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private void require(CapElement element, boolean isKept, String rule) {
        require(element, isKept, rule, element.text());
    }

    private void require(CapElement element, boolean isKept, String rule, String value) {
        if (!isKept) {
            problems.add(CapProblem.of(element, rule, value));
        }
    }
}
