package org.tongxin.app.warning.web.cap;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.Warning;
import org.tongxin.app.warning.WarningState;
import org.tongxin.app.warning.Warnings;

/**
 * Messages of signed warnings: one when it is signed, which refers to the one it takes the place of, and one when it is
 * lifted. A warning that runs out needs none: its message says when it expires. The Chinese levels stand beside CAP's
 * severity (red Extreme, orange Severe, yellow Moderate, blue Minor; our mapping, for there is no standard). Thread-safe.
 */
@Component
class CapMessages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final int LAST = 100;

    private final Warnings warnings;
    private final Organisation organisation;
    private final DistrictClock clock;
    private final MessageSource texts;
    private final CapSettings settings;

    CapMessages(
            Warnings warnings,
            Organisation organisation,
            DistrictClock clock,
            MessageSource texts,
            CapSettings settings) {
        this.warnings = warnings;
        this.organisation = organisation;
        this.clock = clock;
        this.texts = texts;
        this.settings = settings;
    }

    /**
     * The district's last messages, newest first.
     *
     * @param web address of this installation, for the reader who wants more
     */
    List<CapMessage> last(String web) {
        return warnings.signed("", LAST).stream()
                .flatMap(warning -> of(warning, web).stream())
                .sorted((one, other) -> other.sent().compareTo(one.sent()))
                .toList();
    }

    /** A message by its identifier. */
    Optional<CapMessage> find(String identifier, String web) {
        String number = identifier.replaceFirst("-lifted$", "");
        return warnings.findSigned(number).stream()
                .flatMap(warning -> of(warning, web).stream())
                .filter(message -> message.identifier().equals(identifier))
                .findFirst();
    }

    private List<CapMessage> of(Warning warning, String web) {
        List<CapMessage> messages = new ArrayList<>();
        messages.add(signed(warning, web));
        if (warning.state() == WarningState.LIFTED) {
            messages.add(lifted(warning, web));
        }
        return messages;
    }

    private CapMessage signed(Warning warning, String web) {
        Optional<Warning> replaced = warnings.findReplaced(warning);
        CapElement alert = alert(
                warning,
                warning.number(),
                issuedAt(warning),
                replaced.map(earlier -> reference(earlier.number(), issuedAt(earlier))),
                infos(warning, web, false));
        return new CapMessage(
                warning.number(), headline(warning, Locale.SIMPLIFIED_CHINESE, false), issuedAt(warning), alert);
    }

    private CapMessage lifted(Warning warning, String web) {
        Instant sent = orNow(warning.closedAt());
        String identifier = warning.number() + "-lifted";
        CapElement alert = alert(
                warning,
                identifier,
                sent,
                Optional.of(reference(warning.number(), issuedAt(warning))),
                infos(warning, web, true));
        return new CapMessage(identifier, headline(warning, Locale.SIMPLIFIED_CHINESE, true), sent, alert);
    }

    private CapElement alert(
            Warning warning, String identifier, Instant sent, Optional<String> reference, List<CapElement> infos) {
        List<CapElement> parts = new ArrayList<>(List.of(
                CapElement.of("identifier", identifier),
                CapElement.of("sender", sender()),
                CapElement.of("sent", time(sent)),
                CapElement.of("status", warning.exercise() ? "Exercise" : "Actual"),
                CapElement.of("msgType", reference.isPresent() ? "Update" : "Alert"),
                CapElement.of("scope", "Public")));
        if (warning.exercise()) {
            parts.add(CapElement.of("note", text("cap.exercise", Locale.SIMPLIFIED_CHINESE)));
        }
        reference.ifPresent(earlier -> parts.add(CapElement.of("references", earlier)));
        parts.addAll(infos);
        return CapElement.of("alert", parts);
    }

    private String reference(String identifier, Instant sent) {
        return sender() + ',' + identifier + ',' + time(sent);
    }

    private String sender() {
        return settings.sender().isEmpty()
                ? "tongxin-" + organisation.district().path()
                : settings.sender();
    }

    /** Chinese, and English where the warning was worded in it. */
    private List<CapElement> infos(Warning warning, String web, boolean isLifted) {
        boolean isTranslated = Stream.of(warning.areaAffectedEn(), warning.cautionsEn(), warning.actionsEn())
                .noneMatch(String::isBlank);
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .filter(language -> isTranslated || language != Locale.ENGLISH)
                .map(language -> info(warning, language, web, isLifted))
                .toList();
    }

    private CapElement info(Warning warning, Locale language, String web, boolean isLifted) {
        boolean isEnglish = language == Locale.ENGLISH;
        String level = text("word.warning." + warning.level(), language);
        List<CapElement> parts = new ArrayList<>(List.of(
                CapElement.of("language", language.toLanguageTag()),
                CapElement.of("category", "Health"),
                CapElement.of("event", kind(warning, language)),
                CapElement.of("responseType", isLifted ? "AllClear" : response(warning.level())),
                CapElement.of("urgency", isLifted ? "Past" : urgency(warning.level())),
                CapElement.of("severity", severity(warning.level())),
                CapElement.of("certainty", isLifted ? "Observed" : "Likely"),
                pair("eventCode", "tongxin:level", warning.level().name()),
                CapElement.of("effective", time(isLifted ? orNow(warning.closedAt()) : issuedAt(warning)))));
        if (!isLifted) {
            parts.add(CapElement.of("onset", time(orNow(warning.startsAt()))));
        }
        parts.add(CapElement.of("expires", time(end(warning))));
        parts.add(CapElement.of("senderName", issuer(warning, language)));
        parts.add(CapElement.of("headline", headline(warning, language, isLifted)));
        parts.add(CapElement.of("description", isLifted ? lifting(warning, language) : cautions(warning, isEnglish)));
        if (!isLifted) {
            parts.add(CapElement.of("instruction", isEnglish ? warning.actionsEn() : warning.actions()));
        }
        parts.add(CapElement.of("web", web + "/residents"));
        parts.add(pair("parameter", text("cap.level", language), level));
        parts.add(area(warning, isEnglish));
        return CapElement.of("info", parts);
    }

    private static CapElement area(Warning warning, boolean isEnglish) {
        return CapElement.of(
                "area",
                List.of(
                        CapElement.of("areaDesc", isEnglish ? warning.areaAffectedEn() : warning.areaAffected()),
                        pair("geocode", "GB/T 2260", warning.areaPath())));
    }

    private static CapElement pair(String name, String valueName, String value) {
        return CapElement.of(name, List.of(CapElement.of("valueName", valueName), CapElement.of("value", value)));
    }

    private static String cautions(Warning warning, boolean isEnglish) {
        return isEnglish ? warning.cautionsEn() : warning.cautions();
    }

    private String lifting(Warning warning, Locale language) {
        return text("cap.lifted", language, warning.number(), name(warning, language));
    }

    /** What a list of messages shows without opening one: nobody may take an exercise for the real thing. */
    private String headline(Warning warning, Locale language, boolean isLifted) {
        String key = isLifted ? "cap.headline.lifted" : "cap.headline";
        String headline =
                text(key, language, name(warning, language), text("word.warning." + warning.level(), language));
        return warning.exercise() ? text("cap.headline.exercise", language, headline) : headline;
    }

    private static String name(Warning warning, Locale language) {
        return language == Locale.ENGLISH ? warning.areaNameEn() : warning.areaName();
    }

    /** What the drafts write is known in both languages; what somebody typed stays as typed. */
    private String kind(Warning warning, Locale language) {
        boolean isDrafted = warning.kind().equals(text("warning.draft.kind", Locale.SIMPLIFIED_CHINESE));
        return isDrafted ? text("warning.draft.kind", language) : warning.kind();
    }

    private String issuer(Warning warning, Locale language) {
        String key = warning.exercise() ? "warning.draft.issuer.exercise" : "warning.draft.issuer";
        String own =
                text(key, Locale.SIMPLIFIED_CHINESE, organisation.district().name());
        return language == Locale.ENGLISH && warning.issuer().equals(own)
                ? text(key, language, organisation.district().nameEn())
                : warning.issuer();
    }

    private static String severity(RatingLevel level) {
        return switch (level) {
            case RED -> "Extreme";
            case ORANGE -> "Severe";
            case YELLOW -> "Moderate";
            case BLUE -> "Minor";
            case NONE, INSUFFICIENT -> "Unknown";
        };
    }

    private static String urgency(RatingLevel level) {
        return switch (level) {
            case RED, ORANGE -> "Immediate";
            case YELLOW -> "Expected";
            case BLUE -> "Future";
            case NONE, INSUFFICIENT -> "Unknown";
        };
    }

    private static String response(RatingLevel level) {
        return switch (level) {
            case RED, ORANGE -> "Execute";
            case YELLOW -> "Prepare";
            case BLUE, NONE, INSUFFICIENT -> "Monitor";
        };
    }

    /** When a message stops to hold; that of a lifting a day later. */
    private Instant end(Warning warning) {
        return warning.state() == WarningState.LIFTED && warning.closedAt() != null
                ? warning.closedAt().plus(1, ChronoUnit.DAYS)
                : orNow(warning.endsAt());
    }

    private Instant issuedAt(Warning warning) {
        return orNow(warning.issuedAt());
    }

    /** Signed warnings have all their times; the database holds that. */
    private Instant orNow(@Nullable Instant time) {
        return time == null ? clock.now() : time;
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(clock.zone()));
    }

    private String text(String key, Locale language, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }
}
