package org.tongxin.app.callers.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.platform.PersonalFields;

/** A way back ends with the answer or on its date; the words end on theirs. */
@Component
class CallerPersonalFields implements PersonalFields {

    @Override
    public List<PersonalField> fields() {
        return List.of(
                PersonalField.withOwnDate("resident_request", List.of("text"), "CALLER_REQUEST"),
                PersonalField.withOwnDate("caller_contact", List.of("contact"), "ANSWER_TO_CALLER"));
    }
}
