package org.tongxin.app.forms;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.platform.PersonalFields;

/** A superior's empty form may name whom to ask. It is deleted when it is no longer used. */
@Component
class FormPersonalFields implements PersonalFields {

    @Override
    public List<PersonalField> fields() {
        return List.of(PersonalField.standing("form_template", List.of("file", "file_name"), "FORM_OF_A_SUPERIOR"));
    }
}
