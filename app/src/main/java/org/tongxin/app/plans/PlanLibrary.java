package org.tongxin.app.plans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Json;
import tools.jackson.core.type.TypeReference;

/**
 * The prepared plans as they are in force: the delivered {@link Playbooks} with every signed change. A version is that of the
 * delivered text, a point, and the last revision that touched the book; an activation keeps the version under which it began.
 * Thread-safe.
 */
@Component
public class PlanLibrary {

    /** Items that all modes share. */
    public static final String COMMON = "COMMON";

    /** What is to be done after a stand-down. */
    public static final String EXIT = "EXIT";

    private static final TypeReference<PlanItem> ITEM = new TypeReference<>() {};

    private final Playbooks delivered;
    private final JdbcClient jdbc;
    private final Json json;

    PlanLibrary(Playbooks delivered, JdbcClient jdbc, Json json) {
        this.delivered = delivered;
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Signed(
            String book, String item, String kind, @Nullable String content, int revision) {}

    /** The plan of a mode, in force now. */
    public Playbook of(ResponseMode mode) {
        return of(mode, signed(Integer.MAX_VALUE));
    }

    /** The plan of a mode as it was under a version. */
    public Playbook of(ResponseMode mode, String version) {
        return of(mode, signed(revision(version)));
    }

    /** As {@link #of(ResponseMode, String)}, for a version that somebody typed; empty where the plan never had it. */
    public Optional<Playbook> find(ResponseMode mode, String version) {
        return version.matches("\\d{1,4}(\\.\\d{1,6})?")
                ? Optional.of(of(mode, version)).filter(book -> book.version().equals(version))
                : Optional.empty();
    }

    public List<Playbook> list() {
        List<Signed> signed = signed(Integer.MAX_VALUE);
        return Arrays.stream(ResponseMode.values())
                .map(mode -> of(mode, signed))
                .toList();
    }

    /** What is to be done once a plan of any mode has been stood down. */
    public List<PlanItem> exit() {
        return revised(delivered.exit(), EXIT, signed(Integer.MAX_VALUE));
    }

    /** The items of one book alone, in force now. */
    List<PlanItem> items(String book) {
        return items(book, Integer.MAX_VALUE);
    }

    /** The items of one book alone, as they were after a revision. */
    List<PlanItem> items(String book, int revision) {
        return revised(deliveredItems(book), book, signed(revision));
    }

    /** Books that can be changed. */
    static List<String> books() {
        List<String> books = new ArrayList<>(List.of(COMMON, EXIT));
        Arrays.stream(ResponseMode.values()).map(Enum::name).forEach(books::add);
        return books;
    }

    private List<PlanItem> deliveredItems(String book) {
        return switch (book) {
            case COMMON -> delivered.common();
            case EXIT -> delivered.exit();
            default -> delivered.own(ResponseMode.valueOf(book));
        };
    }

    private Playbook of(ResponseMode mode, List<Signed> signed) {
        Playbook base = delivered.of(mode);
        List<PlanItem> items = new ArrayList<>(revised(delivered.common(), COMMON, signed));
        items.addAll(revised(delivered.own(mode), mode.name(), signed));
        int last = signed.stream()
                .filter(change -> change.book().equals(COMMON) || change.book().equals(mode.name()))
                .mapToInt(Signed::revision)
                .max()
                .orElse(0);
        String version = last == 0 ? base.version() : base.version() + "." + last;
        return new Playbook(mode, version, base.title(), base.titleEn(), List.copyOf(items));
    }

    private List<PlanItem> revised(List<PlanItem> items, String book, List<Signed> signed) {
        List<PlanItem> revised = new ArrayList<>(items);
        signed.stream().filter(change -> change.book().equals(book)).forEach(change -> apply(revised, change));
        return List.copyOf(revised);
    }

    private void apply(List<PlanItem> items, Signed change) {
        switch (PlanChange.Kind.valueOf(change.kind())) {
            case ADDED -> items.add(item(change));
            case CHANGED -> items.replaceAll(item -> item.code().equals(change.item()) ? item(change) : item);
            case REMOVED -> items.removeIf(item -> item.code().equals(change.item()));
        }
    }

    private PlanItem item(Signed change) {
        return json.read(Objects.requireNonNull(change.content()), ITEM);
    }

    /** The last revision that a version holds; 0 for the delivered text. */
    static int revision(String version) {
        int point = version.lastIndexOf('.');
        return point < 0 ? 0 : Integer.parseInt(version.substring(point + 1));
    }

    private List<Signed> signed(int last) {
        return jdbc.sql("select book, item, kind, content, revision from plan_change where revision <= ?"
                        + " order by revision, proposed_at, id")
                .param(last)
                .query(Signed.class)
                .list();
    }
}
