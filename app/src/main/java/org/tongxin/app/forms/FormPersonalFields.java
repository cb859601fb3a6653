package org.tongxin.app.forms;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.platform.PersonalFields;

/** A superior's empty form may name whom to ask. It is deleted when it is no longer used. */
@Component
class FormPersonalFields implements PersonalFields {

    /** Whoever retires a form deletes its file, and the table holds none that is retired with one. */
    @Override
    public List<PersonalField> fields() {
        return List.of(
                PersonalField.afterEnd(
                        "form_template",
                        List.of("file", "file_name"),
                        "FORM_OF_A_SUPERIOR",
                        0,
                        "update form_template set file = null, file_name = '' where file is not null and retired_at <= :before"));
    }
}
