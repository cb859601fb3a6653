package org.tongxin.app.tasks.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.tasks.HandOrders;

/** The end of an order that was given by hand. */
@Controller
class HandOrdersController {

    private final HandOrders orders;

    HandOrdersController(HandOrders orders) {
        this.orders = orders;
    }

    @PostMapping("/tasks/orders/" + TasksController.ID + "/withdrawal")
    String withdraw(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
        return Pages.after(orders.withdraw(actor, id), "/tasks/orders/" + id, flash);
    }
}
