package org.tongxin.app.dispatch.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.platform.PersonalFields;

/** Who stood where goes with the incident at the latest; minutes served stay for the person's own certificate, until
 * their date; who had no duty for two years leaves the register. */
@Component
class DispatchPersonalFields implements PersonalFields {

    /** Shifts from the day of the activation to the day of the stand-down. */
    private static final String OF_INCIDENT = "shift_day between :firstDay and :lastDay";

    /** Suggested value, in days. */
    private static final int AFTER_LAST_DUTY = 730;

    /** Everything that is kept of somebody's duty; it has its own end, and while it is there, they stay on the register. */
    static final List<String> OF_A_PERSON = List.of(
            "assignment",
            "attendance",
            "call_taker",
            "service_certificate",
            "service_record",
            "shift_called_off",
            "shift_choice",
            "shift_unavailable",
            "shift_wish",
            "week_place");

    @Override
    public List<PersonalField> fields() {
        return List.of(
                deleted("assignment"),
                deleted("attendance"),
                deleted("shift_called_off"),
                deleted("shift_wish"),
                deleted("week_place"),
                PersonalField.withOwnDate("service_record", List.of("person_id"), "CERTIFICATE_AND_INSURANCE"),
                PersonalField.withOwnDate(
                        "service_certificate", List.of("person_id", "name"), "CERTIFICATE_AND_INSURANCE"),
                PersonalField.afterEnd(
                        "person",
                        List.of("name", "home_path", "skill"),
                        "REGISTER_OF_HELPERS",
                        AFTER_LAST_DUTY,
                        "delete from person p where p.named_at <= :before"
                                + OF_A_PERSON.stream()
                                        .map(" and not exists (select from %s d where d.person_id = p.id)"::formatted)
                                        .collect(Collectors.joining())));
    }

    private static PersonalField deleted(String table) {
        return PersonalField.ofIncident(
                table,
                List.of("person_id"),
                "DUTY",
                "select count(*) from " + table + " where " + OF_INCIDENT,
                "delete from " + table + " where " + OF_INCIDENT);
    }
}
