package org.tongxin.app.resources.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.platform.PersonalFields;

/** A donation keeps its number, so its donor still finds where it went after the name is gone. */
@Component
class ResourcesPersonalFields implements PersonalFields {

    /** In days: the three years in which a claim can be brought (Civil Code, article 188). */
    private static final int AFTER_SETTLEMENT = 1_096;

    /** Suggested value, in days. */
    private static final int AFTER_LAST_POST = 30;

    private static final String OFFERS = "name is not null and giver <> 'UNIT' and offered_at between :from and :to";

    private static final String DONATIONS = "donor is not null and received_at between :from and :to";

    @Override
    public List<PersonalField> fields() {
        return List.of(
                PersonalField.ofIncident(
                        "supply_offer",
                        List.of("name"),
                        "OFFER",
                        "select count(*) from supply_offer where " + OFFERS,
                        "update supply_offer set name = null where " + OFFERS),
                PersonalField.ofIncident(
                        "supply_donation",
                        List.of("donor"),
                        "DONATION",
                        "select count(*) from supply_donation where " + DONATIONS,
                        "update supply_donation set donor = null where " + DONATIONS),
                PersonalField.afterEnd(
                        "supply_requisition",
                        List.of("owner"),
                        "COMPENSATION",
                        AFTER_SETTLEMENT,
                        "update supply_requisition set owner = number where owner <> number and closed_at <= :before"),
                PersonalField.afterEnd("supply_deputy", List.of("login", "named_by"), "DEPUTY", AFTER_LAST_POST, """
                        delete from supply_deputy d
                        where named_at <= :before
                          and not exists (select from account a join appointment p on p.account_id = a.id
                                          where a.login = d.login and p.until > :before)
                        """));
    }
}
