package org.tongxin.app.cooperation.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.platform.PersonalFields;

@Component
class CooperationPersonalFields implements PersonalFields {

    @Override
    public List<PersonalField> fields() {
        return List.of(PersonalField.standing("unit_desk", List.of("login"), "UNIT_DESK"));
    }
}
