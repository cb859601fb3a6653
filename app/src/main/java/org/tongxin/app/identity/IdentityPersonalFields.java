package org.tongxin.app.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.platform.PersonalFields;

/**
 * The name of an account goes a year after its last post ended: so long lists name the last holder of a post. The login stays as the
 * key of what the post did; the audit stays whole, since its entries are chained.
 */
@Component
class IdentityPersonalFields implements PersonalFields {

    /** Suggested values, in days. */
    private static final int AFTER_LAST_POST = 365;

    private static final int AFTER_FAILED_LOGIN = 1;

    @Override
    public List<PersonalField> fields() {
        return List.of(
                PersonalField.afterEnd("account", List.of("login", "name"), "ACCOUNT", AFTER_LAST_POST, """
                        update account a set name = login
                        where name <> login and not scripted and created_at <= :before
                          and exists (select from appointment p where p.account_id = a.id)
                          and not exists (select from appointment p where p.account_id = a.id and p.until > :before)
                        """),
                PersonalField.withOwnDate("account_proposal", List.of("login", "name"), "ACCOUNT_TO_OPEN"),
                PersonalField.standing("audit_entry", List.of("login", "name"), "AUDIT"),
                PersonalField.afterEnd(
                        "login_failure",
                        List.of("login", "source"),
                        "LOGIN_GUARD",
                        AFTER_FAILED_LOGIN,
                        "delete from login_failure where at <= now() - interval '1 day'"),
                PersonalField.withOwnDate("login_device", List.of("login"), "LOGIN_GUARD"));
    }
}
