package org.tongxin.app.plans.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.plans.complaints.ComplaintSettings;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.platform.PersonalFields;

/**
 * Complaints are destroyed once they are answered and the complainant had time to read the answer, never before: nobody's
 * complaint ends by waiting.
 */
@Component
class PlansPersonalFields implements PersonalFields {

    /** Complaints about measures of the activation. */
    private static final String OF_INCIDENT =
            "measure_id in (select id from measure where activation_id = :activation)";

    private final String answeredAndRead;

    PlansPersonalFields(ComplaintSettings settings) {
        this.answeredAndRead = "answered_at + interval '%d days' <= :now and ".formatted(settings.contactDays());
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(
                PersonalField.ofIncident(
                        "measure_complaint",
                        List.of("text", "answer"),
                        "COMPLAINT",
                        "select count(*) from measure_complaint where destroyed_at is null and " + OF_INCIDENT,
                        "update measure_complaint set text = null, answer = null, destroyed_at = :now,"
                                + " version = version + 1 where destroyed_at is null and " + answeredAndRead
                                + OF_INCIDENT),
                PersonalField.ofIncident(
                        "complaint_contact",
                        List.of("contact"),
                        "ANSWER_TO_COMPLAINT",
                        "select count(*) from complaint_contact where complaint_id in (select id from measure_complaint"
                                + " where " + OF_INCIDENT + ")",
                        "delete from complaint_contact where complaint_id in (select id from measure_complaint"
                                + " where " + answeredAndRead + OF_INCIDENT + ")"));
    }
}
