package org.tongxin.app.dispatch.duty;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;

/**
 * Certificates of service, for the person to have at any time. A number with its checksum proves one; without the
 * checksum nothing is told, not even whether the number exists. Thread-safe.
 */
@Service
public class Certificates {

    /** Digits and capitals that are not mistaken for one another. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int NUMBER_LETTERS = 8;
    private static final int CHECKSUM_LETTERS = 12;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final InstallationKey key;
    private final ServiceRecords records;
    private final DutySettings settings;

    Certificates(
            JdbcClient jdbc, DistrictClock clock, InstallationKey key, ServiceRecords records, DutySettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.key = key;
        this.records = records;
        this.settings = settings;
    }

    /** Issues one for a period, both days counted. The same period on the same day has the same number. Refused: D-040. */
    @Transactional
    public Outcome<String> issue(OwnDuties.Owner person, LocalDate from, LocalDate to) {
        List<ServiceRecords.Served> served = to.isBefore(from) ? List.of() : records.of(person.id(), from, to);
        if (served.isEmpty()) {
            return Outcome.refused("D-040", from, to);
        }
        LocalDate today = clock.today();
        int minutes = served.stream().mapToInt(ServiceRecords.Served::minutes).sum();
        String number = number(person.id(), from, to, served.size(), minutes);
        jdbc.sql(
                        "insert into service_certificate (number, person_id, name, from_day, to_day, shifts, minutes, issued_on,"
                                + " destroy_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (number) do nothing")
                .params(
                        number,
                        person.id(),
                        person.name(),
                        from,
                        to,
                        served.size(),
                        minutes,
                        today,
                        today.plusDays(settings.recordsKeptDays()))
                .update();
        return Outcome.accepted(number);
    }

    /** What was served is part of the number: an hour more on the same day makes another certificate. */
    private String number(UUID person, LocalDate from, LocalDate to, int shifts, int minutes) {
        String day = clock.today().toString();
        byte[] derived = key.derive(
                "number",
                person.toString(),
                from.toString(),
                to.toString(),
                Integer.toString(shifts),
                Integer.toString(minutes),
                day);
        return "F-" + day.replace("-", "") + '-' + letters(derived, NUMBER_LETTERS);
    }

    /** The person's own, whose number this is. */
    public Optional<Certificate> findOwn(UUID person, String number) {
        return jdbc.sql("select number, name, from_day, to_day, shifts, minutes, issued_on from service_certificate"
                        + " where number = ? and person_id = ?")
                .params(number, person)
                .query(Certificate.class)
                .optional();
    }

    /** The certificate, where number and checksum belong together; capitals, spaces and hyphens in them do not matter. */
    public Optional<Certificate> verify(String number, String checksum) {
        return jdbc.sql("select number, name, from_day, to_day, shifts, minutes, issued_on from service_certificate"
                        + " where replace(number, '-', '') = ?")
                .param(clean(number))
                .query(Certificate.class)
                .optional()
                .filter(found -> MessageDigest.isEqual(bytes(clean(checksum(found))), bytes(clean(checksum))));
    }

    /** Twelve letters in groups of four, 60 bits over all that the certificate says. */
    public String checksum(Certificate certificate) {
        String letters = letters(
                key.derive(
                        "certificate",
                        certificate.number(),
                        certificate.name(),
                        certificate.fromDay().toString(),
                        certificate.toDay().toString(),
                        Integer.toString(certificate.shifts()),
                        Integer.toString(certificate.minutes()),
                        certificate.issuedOn().toString()),
                CHECKSUM_LETTERS);
        return letters.substring(0, 4) + '-' + letters.substring(4, 8) + '-' + letters.substring(8);
    }

    private static String letters(byte[] derived, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(derived[i] & 31));
        }
        return text.toString();
    }

    private static String clean(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
