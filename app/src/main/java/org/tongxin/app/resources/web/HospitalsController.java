package org.tongxin.app.resources.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.resources.hospitals.HospitalRecord;
import org.tongxin.app.resources.hospitals.HospitalReplay;
import org.tongxin.app.resources.hospitals.HospitalReplay.Policy;
import org.tongxin.app.resources.hospitals.ReplayResult;

/** The replay of what hospitals of Hubei asked for in February 2020, under two policies. */
@Controller
class HospitalsController {

    private final HospitalRecord record = HospitalRecord.read();
    private @Nullable List<ReplayResult> results;

    @GetMapping("/supplies/hospitals")
    String replay(@RequestParam(defaultValue = "TIERS") String policy, Model model) {
        Policy chosen = new Typed(Map.of("policy", policy)).choice(Policy.class, "policy", Policy.TIERS);
        List<ReplayResult> both = results();
        ReplayResult result = both.get(chosen.ordinal());
        model.addAttribute("policy", chosen);
        model.addAttribute("policies", Policy.values());
        model.addAttribute("results", both);
        model.addAttribute("result", result);
        model.addAttribute("chart", CoverageChart.of(result.hospitals(), ReplayResult.Coverage::coverage));
        model.addAttribute("record", record);
        model.addAttribute("first", record.requests().getFirst().seen());
        model.addAttribute("last", record.requests().getLast().seen());
        model.addAttribute("unstated", unstated());
        model.addAttribute("after", HospitalReplay.DAYS_AFTER_LAST);
        return "resources/hospitals";
    }

    private long unstated() {
        return record.requests().stream().filter(request -> !request.stated()).count();
    }

    /** By policy; computed when it is first asked for, since it never changes. */
    private synchronized List<ReplayResult> results() {
        List<ReplayResult> known = results;
        if (known == null) {
            known = Arrays.stream(Policy.values())
                    .map(each -> HospitalReplay.run(record, each))
                    .toList();
            results = known;
        }
        return known;
    }
}
