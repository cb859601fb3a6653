package org.tongxin.app.resources.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;
import org.tongxin.app.platform.SpelledTables;

@Component
class ResourcesTables implements OwnedTables, SpelledTables {

    @Override
    public List<String> spelled() {
        return List.of("supply_item");
    }

    @Override
    public List<String> names() {
        return List.of(
                "supply_item",
                "supply_unit",
                "supply_substitute",
                "supply_holder",
                "supply_lot",
                "supply_movement",
                "supply_posting",
                "supply_balance",
                "supply_number",
                "supply_floor",
                "supply_supplier",
                "supply_agreement",
                "supply_order",
                "supply_need",
                "supply_deputy",
                "supply_offer",
                "supply_delivery",
                "supply_donation",
                "supply_producer",
                "supply_block",
                "supply_transfer",
                "supply_requisition",
                "supply_settlement",
                "supply_plan",
                "supply_plan_line",
                "supply_forecast");
    }
}
