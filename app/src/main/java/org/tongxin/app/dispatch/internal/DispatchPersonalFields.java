package org.tongxin.app.dispatch.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.platform.PersonalFields;

/** Who stood where goes with the incident at the latest; minutes served stay for the person's own certificate, until their date. */
@Component
class DispatchPersonalFields implements PersonalFields {

    /** Shifts from the day of the activation to the day of the stand-down. */
    private static final String OF_INCIDENT = "shift_day between :firstDay and :lastDay";

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
                        "service_certificate", List.of("person_id", "name"), "CERTIFICATE_AND_INSURANCE"));
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
