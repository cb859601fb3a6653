package org.tongxin.app.surveillance.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.surveillance.Cluster;
import org.tongxin.app.surveillance.ClusterMember;
import org.tongxin.app.surveillance.Clusters;

/** A cluster, with how it was computed. */
@Controller
class ClustersController {

    private final Clusters clusters;

    ClustersController(Clusters clusters) {
        this.clusters = clusters;
    }

    @GetMapping("/clusters/{id}")
    String cluster(Actor actor, @PathVariable UUID id, Model model) {
        Cluster cluster = clusters.find(id, actor.territory()).orElseThrow(() -> new NotFound("cluster " + id));
        List<ClusterMember> members = clusters.members(id, actor.territory());
        model.addAttribute("cluster", cluster);
        model.addAttribute("members", members);
        model.addAttribute("size", clusters.size(id));
        model.addAttribute("beyond", clusters.size(id) - members.size());
        return "surveillance/cluster";
    }
}
