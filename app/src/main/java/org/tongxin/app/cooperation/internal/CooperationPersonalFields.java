package org.tongxin.app.cooperation.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.platform.PersonalFields;

@Component
class CooperationPersonalFields implements PersonalFields {

    /** Suggested value, in days: as long as lists name the last holder of a post. */
    private static final int AFTER_DESK = 365;

    @Override
    public List<PersonalField> fields() {
        return List.of(PersonalField.afterEnd(
                "unit_desk",
                List.of("login"),
                "UNIT_DESK",
                AFTER_DESK,
                "delete from unit_desk where until <= :before"));
    }
}
