package org.tongxin.app.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.platform.PersonalFields;

@Component
class IdentityPersonalFields implements PersonalFields {

    @Override
    public List<PersonalField> fields() {
        return List.of(
                PersonalField.standing("account", List.of("login", "name"), "ACCOUNT"),
                PersonalField.withOwnDate("account_proposal", List.of("login", "name"), "ACCOUNT_TO_OPEN"),
                PersonalField.standing("audit_entry", List.of("login", "name"), "AUDIT"),
                PersonalField.standing("login_failure", List.of("login", "source"), "LOGIN_GUARD"),
                PersonalField.standing("login_device", List.of("login"), "LOGIN_GUARD"));
    }
}
