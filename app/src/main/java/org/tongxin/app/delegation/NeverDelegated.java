package org.tongxin.app.delegation;

/**
 * What no list can give away, with the address at which the product refuses it to streets and communities; why stands
 * under {@code delegation.never.<name>.basis}. A test tries each as both.
 */
public enum NeverDelegated {
    LIMIT_MOVEMENT("/measures"),
    REQUISITION("/supplies/requisitions"),
    ISSUE_WARNING("/warnings/{id}/signature"),
    ACTIVATE_RESPONSE("/plans/activation"),
    RATE_AREA("/areas/{path}/override"),
    OPEN_PERSONAL_DATA("/complaints/{id}/contact"),
    ORDER_UNIT("/member-units/{id}/orders"),
    DELEGATE("/delegation/{id}/signature");

    private final String address;

    NeverDelegated(String address) {
        this.address = address;
    }

    /** The address to which the act would be posted. */
    public String address() {
        return address;
    }
}
