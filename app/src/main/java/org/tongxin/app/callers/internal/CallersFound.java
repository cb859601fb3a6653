package org.tongxin.app.callers.internal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongxin.app.callers.CallerRequests;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.platform.Sought;

/** A request by the number that the resident was given, and by nothing else: its words are not looked through. */
@Component
@Order(97)
class CallersFound implements Findable {

    private final CallerRequests requests;

    CallersFound(CallerRequests requests) {
        this.requests = requests;
    }

    @Override
    public String kind() {
        return "callers";
    }

    @Override
    public List<Found> find(Actor actor, Sought sought, int limit) {
        return requests.find(actor, sought.words()).stream()
                .limit(limit)
                .map(request -> new Found(
                        request.areaName(),
                        request.areaNameEn(),
                        request.number(),
                        List.of("CALLER_" + request.kind()),
                        "/callers/" + request.id()))
                .toList();
    }
}
