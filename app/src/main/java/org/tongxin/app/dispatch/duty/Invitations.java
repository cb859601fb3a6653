package org.tongxin.app.dispatch.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.platform.Outcome;

/**
 * Hands the link of a person's own page to the worker who sends it on, and notes who has seen one for which post and day; whose
 * link it was is not noted, since the audit is kept for good. Thread-safe.
 */
@Service
public class Invitations {

    /** What a message of a messenger takes well. */
    public static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Audit audit;
    private final Links links;
    private final MessageSource messages;

    Invitations(JdbcClient jdbc, Organisation organisation, Audit audit, Links links, MessageSource messages) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.audit = audit;
        this.links = links;
        this.messages = messages;
    }

    private record Invited(UUID person, String name, boolean volunteer, boolean confirmed) {}

    /**
     * The text to send, at most {@link #LONGEST} characters. Refused: I-003, D-046, D-003.
     *
     * @param base what stands before {@code /duty/}, such as {@code https://tongxin.example}
     */
    @Transactional
    public Outcome<String> text(
            Actor worker, LocalDate day, UUID post, UUID assignment, String base, String when, Locale language) {
        Outcome<Invited> invited = find(worker, day, post, assignment);
        if (invited instanceof Outcome.Refused<Invited> refused) {
            return new Outcome.Refused<>(refused.refusal());
        }
        Invited someone = invited.orThrow();
        audit.record(worker, "duty.link.shown", "post:" + post, Map.of("day", day.toString()));
        String key = !someone.volunteer()
                ? "duty.invite.posted"
                : someone.confirmed() ? "duty.invite.confirmed" : "duty.invite.volunteer";
        DutyPost here = organisation.findPost(post).orElseThrow();
        String place = language.getLanguage().equals("en") ? here.nameEn() : here.name();
        String link = base + "/duty/" + links.ofPerson(someone.person());
        return Outcome.accepted(fit(key, language, someone.name(), when, place, link));
    }

    /** A long name of a post gives way, never the link. */
    private String fit(String key, Locale language, String name, String when, String place, String link) {
        String text = say(key, language, name, when, place, link);
        int over = text.length() - LONGEST;
        return over <= 0
                ? text
                : say(
                        key,
                        language,
                        name,
                        when,
                        place.substring(0, Math.max(1, place.length() - over - 1)) + '…',
                        link);
    }

    private String say(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }

    /** Makes every link to the person's page that was sent so far worthless. Refused: I-003, D-046, D-003. */
    @Transactional
    public Outcome<UUID> renew(Actor worker, LocalDate day, UUID post, UUID assignment) {
        Outcome<Invited> invited = find(worker, day, post, assignment);
        if (invited instanceof Outcome.Accepted<Invited> found) {
            links.renew(found.value().person().toString());
            audit.record(worker, "duty.link.renewed", "post:" + post, Map.of("day", day.toString()));
        }
        return invited.map(Invited::person);
    }

    /**
     * People of the worker's territory with exactly this name; nobody is listed to whom no name was given.
     *
     * @param home the home community
     */
    public record Named(UUID person, String name, boolean volunteer, Area home) {}

    /** Whose links the worker may renew, asked for by whole name. */
    public List<Named> named(Actor worker, String name) {
        if (!Workers.may(worker) || name.isBlank()) {
            return List.of();
        }
        return organisation.people(worker.territory()).stream()
                .filter(person -> person.name().equals(name.strip()))
                .map(person -> new Named(
                        person.id(),
                        person.name(),
                        person.kind() == Person.Kind.VOLUNTEER,
                        organisation.findArea(person.homePath()).orElseThrow()))
                .toList();
    }

    /**
     * Makes every link to the person's page worthless, with or without a shift, where the person lives in the worker's territory.
     * Refused: I-003, D-051.
     */
    @Transactional
    public Outcome<UUID> renew(Actor worker, UUID person) {
        if (!Workers.may(worker)) {
            return Outcome.refused("I-003");
        }
        Optional<Person> found = organisation.people(worker.territory()).stream()
                .filter(someone -> someone.id().equals(person))
                .findFirst();
        if (found.isEmpty()) {
            return Outcome.refused("D-051");
        }
        links.renew(person.toString());
        audit.record(worker, "duty.link.renewed", "area:" + found.get().homePath(), Map.of());
        return Outcome.accepted(person);
    }

    private Outcome<Invited> find(Actor worker, LocalDate day, UUID post, UUID assignment) {
        if (!Workers.may(worker)) {
            return Outcome.refused("I-003");
        }
        if (organisation
                .findPost(post)
                .filter(found -> worker.covers(found.areaPath()))
                .isEmpty()) {
            return Outcome.refused("D-046");
        }
        Optional<Invited> found = jdbc.sql("select a.person_id as person, n.name, n.kind = 'VOLUNTEER' as volunteer,"
                        + " a.state = 'CONFIRMED' as confirmed from assignment a join person n on n.id = a.person_id"
                        + " where a.id = ? and a.post_id = ? and a.shift_day = ?")
                .params(assignment, post, day)
                .query(Invited.class)
                .optional();
        return found.map(Outcome::accepted).orElseGet(() -> Outcome.refused("D-003"));
    }

    /** The token of a street's rota, for who works in it; who works for all of it may renew it. Refused: I-003, D-046. */
    @Transactional
    public Outcome<String> rotaToken(Actor worker, String street, boolean renew) {
        boolean inside = !renew && worker.territory().startsWith(street);
        if (!Workers.may(worker) || !worker.covers(street) && !inside) {
            return Outcome.refused("I-003");
        }
        if (organisation
                .findArea(street)
                .filter(area -> area.level() == AreaLevel.STREET)
                .isEmpty()) {
            return Outcome.refused("D-046");
        }
        if (renew) {
            links.renew(street);
            audit.record(worker, "duty.rota.renewed", "area:" + street, Map.of());
        }
        return Outcome.accepted(links.ofRota(street));
    }
}
