package org.tongxin.app.plans;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The prepared plans as they are delivered, read once from the class path. Thread-safe. */
@Component
public class Playbooks {

    private final Map<ResponseMode, Playbook> byMode = new EnumMap<>(ResponseMode.class);
    private final List<PlanItem> common;
    private final List<PlanItem> exit;

    Playbooks(JsonMapper mapper) {
        common = List.copyOf(read(mapper, "common").items());
        exit = List.copyOf(read(mapper, "exit").items());
        for (ResponseMode mode : ResponseMode.values()) {
            Sheet sheet = read(mapper, mode.file());
            List<PlanItem> items = new ArrayList<>(common);
            items.addAll(sheet.items());
            byMode.put(mode, new Playbook(mode, sheet.version(), sheet.title(), sheet.titleEn(), List.copyOf(items)));
        }
    }

    private record Sheet(String version, String title, String titleEn, List<PlanItem> items) {}

    public Playbook of(ResponseMode mode) {
        return java.util.Objects.requireNonNull(byMode.get(mode));
    }

    List<PlanItem> common() {
        return common;
    }

    /** The items of a mode without the common ones. */
    List<PlanItem> own(ResponseMode mode) {
        List<PlanItem> items = of(mode).items();
        return items.subList(common.size(), items.size());
    }

    /** What is to be done once a plan of any mode has been stood down. */
    public List<PlanItem> exit() {
        return exit;
    }

    public List<Playbook> list() {
        return List.copyOf(byMode.values());
    }

    private static Sheet read(JsonMapper mapper, String name) {
        try (InputStream file = new ClassPathResource("plans/" + name + ".json").getInputStream()) {
            return mapper.readValue(file, Sheet.class);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException("The plan plans/" + name + ".json must be readable.", broken);
        }
    }
}
