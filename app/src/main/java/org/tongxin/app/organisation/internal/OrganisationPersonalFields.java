package org.tongxin.app.organisation.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.platform.PersonalFields;

@Component
class OrganisationPersonalFields implements PersonalFields {

    @Override
    public List<PersonalField> fields() {
        return List.of(PersonalField.standing("person", List.of("name", "home_path", "skill"), "REGISTER_OF_HELPERS"));
    }
}
