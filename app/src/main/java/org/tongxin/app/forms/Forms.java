package org.tongxin.app.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.forms.FormMapping.Block;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;

/**
 * Keeps a superior's forms and fills them. Whoever keeps a form confirms what goes where; whoever stands inside that territory
 * may fetch it, filled with figures of the own territory. Thread-safe.
 */
@Service
public class Forms {

    private static final Set<Role> READERS = EnumSet.of(
            Role.SIGNATORY,
            Role.DUTY_OFFICER,
            Role.CDC_ANALYST,
            Role.STREET_WORKER,
            Role.COMMUNITY_WORKER,
            Role.OBSERVER);

    private static final Set<Role> KEEPERS = EnumSet.of(Role.DUTY_OFFICER, Role.STREET_WORKER);
    private static final int LONGEST = 100;

    /** Opened workbooks at once; suggested value, with the memory that {@link FormFile#LIMITS} names. */
    private final Semaphore open = new Semaphore(2);

    private final FormStore store;
    private final HeldFigures figures;
    private final FormSources sources;
    private final Organisation organisation;
    private final DistrictClock clock;
    private final Audit audit;
    private final Ids ids;

    Forms(
            FormStore store,
            HeldFigures figures,
            FormSources sources,
            Organisation organisation,
            DistrictClock clock,
            Audit audit,
            Ids ids) {
        this.store = store;
        this.figures = figures;
        this.sources = sources;
        this.organisation = organisation;
        this.clock = clock;
        this.audit = audit;
        this.ids = ids;
    }

    /** A filled form. @param name of the file @param file as it is sent */
    public record Copy(String name, byte[] file) {}

    /** Whether the post includes reading and fetching forms. */
    public static boolean mayRead(Actor actor) {
        return READERS.contains(actor.role());
    }

    /** Whether the post includes keeping forms. */
    public static boolean mayKeep(Actor actor) {
        return KEEPERS.contains(actor.role());
    }

    /** Whether it is this post that says what goes where. */
    public static boolean mayConfirm(Actor actor, FormTemplate form) {
        return mayKeep(actor) && actor.territory().equals(form.areaPath());
    }

    /** Those of the territory and those kept around it, newest first. */
    public List<FormTemplate> list(Actor actor) {
        return store.list(actor.territory());
    }

    public Optional<FormTemplate> find(Actor actor, UUID id) {
        return store.find(id, actor.territory());
    }

    /** The file as it came. */
    public byte[] file(FormTemplate form) {
        return store.file(form.id());
    }

    /** Keeps a form. Refused: I-003, B-001 to B-011, T-019 to T-021, T-027. */
    @Transactional
    public Outcome<UUID> keep(Actor actor, NewForm form) {
        if (!mayKeep(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        if (form.name().isBlank() || form.issuer().isBlank()) {
            return Outcome.refused("T-021");
        }
        Outcome<FormFile> opened = opening(() -> FormFile.open(form.file()));
        if (opened instanceof Outcome.Refused<FormFile> refused) {
            return new Outcome.Refused<>(refused.refusal());
        }
        if (isTextUnderAWorkbooksName(form.fileName(), opened.orThrow())) {
            return Outcome.refused("B-002");
        }
        long number = store.nextNumber();
        UUID id = ids.of("form", number);
        NewForm kept = new NewForm(cut(form.name()), cut(form.issuer()), cut(form.fileName()), form.file());
        boolean workbook = opened.orThrow() instanceof WorkbookForm;
        store.add(id, number, kept, actor.territory(), workbook, actor.login(), clock.now());
        audit.record(actor, "form.kept", "form:F-" + number, Map.of("name", kept.name(), "issuer", kept.issuer()));
        return Outcome.accepted(id);
    }

    /** A table in a text file is read as what it is, whatever its name; prose that is called a workbook is no form. */
    private static boolean isTextUnderAWorkbooksName(String name, FormFile file) {
        return file instanceof CsvForm
                && name.toLowerCase(Locale.ROOT).matches("(?s).*\\.xls[xm]?\\s*")
                && file.sheets().stream().allMatch(sheet -> sheet.width() < 2);
    }

    private static String cut(String text) {
        return text.strip().substring(0, Math.min(text.strip().length(), LONGEST));
    }

    /** Work that holds a workbook in memory waits for nobody: it is refused where too many are open. */
    private <T> Outcome<T> opening(Supplier<Outcome<T>> work) {
        if (!open.tryAcquire()) {
            return Outcome.refused("T-027");
        }
        try {
            return work.get();
        } finally {
            open.release();
        }
    }

    /** The form with what goes where: as confirmed, else as proposed. Refused: T-027. */
    public Outcome<FormSheet> sheet(FormTemplate form) {
        return opening(() -> FormFile.open(store.file(form.id()))).map(file -> {
            PlaceIndex places = places();
            var catalogue = figures.catalogue();
            FormMapping mapping = store.mapping(form.id(), form.version())
                    .orElseGet(() -> new Proposal(places, new FigureMatcher(catalogue.values())).of(file.sheets()));
            return FormSheet.of(file.sheets().get(mapping.sheet()), mapping, catalogue, places);
        });
    }

    /** Confirms what goes where. @param version that was shown. Refused: I-003, T-022, T-023, T-027. */
    @Transactional
    public Outcome<Integer> confirm(Actor actor, FormTemplate form, int version, FormMapping mapping) {
        if (!mayConfirm(actor, form)) {
            return Outcome.refused("I-003", actor.role());
        }
        Outcome<FormFile> opened = opening(() -> FormFile.open(store.file(form.id())));
        if (opened instanceof Outcome.Refused<FormFile> refused) {
            return new Outcome.Refused<>(refused.refusal());
        }
        List<Grid> sheets = opened.orThrow().sheets();
        String misfit = mapping.sheet() < 0 || mapping.sheet() >= sheets.size()
                ? "NO_SUCH_SHEET"
                : misfit(mapping, sheets.get(mapping.sheet()));
        if (misfit != null) {
            return Outcome.refused("T-022", misfit);
        }
        if (form.version() != version || !store.confirm(form.id(), version + 1, mapping, actor.login(), clock.now())) {
            return Outcome.refused("T-023", form.version());
        }
        audit.record(
                actor,
                "form.confirmed",
                "form:" + form.number(),
                Map.of("version", version + 1, "tables", mapping.blocks().size()));
        return Outcome.accepted(version + 1);
    }

    /** What does not fit the sheet; {@code null} when something is filled, and every line and figure is known and in its place. */
    private @Nullable String misfit(FormMapping mapping, Grid grid) {
        if (mapping.blocks().stream().allMatch(block -> block.figures().isEmpty())) {
            return "NO_FIGURE";
        }
        Address date = mapping.date();
        if (date != null && (date.row() > grid.height() || date.column() > grid.width())) {
            return "DATE_OUTSIDE";
        }
        return mapping.blocks().stream()
                .map(block -> misfit(block, grid))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Lines may lie inside the sheet, or right below or beside it. */
    private @Nullable String misfit(Block block, Grid grid) {
        int lines = block.across() ? grid.width() : grid.height();
        int ofs = block.across() ? grid.height() : grid.width();
        if (block.figures().isEmpty()) {
            return "NO_FIGURE";
        }
        if (block.first() > block.last()) {
            return "FIRST_AFTER_LAST";
        }
        if (block.first() < 0
                || block.last() > lines
                || block.totals().stream().anyMatch(line -> line < 0 || line > lines)) {
            return "LINE_OUTSIDE";
        }
        if (block.figures().containsKey(block.placeLine())) {
            return "FIGURE_OF_PLACE";
        }
        if (block.placeLine() >= ofs || block.figures().keySet().stream().anyMatch(of -> of < 0 || of >= ofs)) {
            return "COLUMN_OUTSIDE";
        }
        return figures.catalogue().keySet().containsAll(block.figures().values()) ? null : "NO_SUCH_FIGURE";
    }

    /** Takes it off the list and deletes the file. Refused: I-003, T-024. */
    @Transactional
    public Outcome<UUID> retire(Actor actor, FormTemplate form) {
        if (!mayConfirm(actor, form)) {
            return Outcome.refused("I-003", actor.role());
        }
        if (!store.retire(form.id(), actor.login(), clock.now())) {
            return Outcome.refused("T-024");
        }
        audit.record(actor, "form.retired", "form:" + form.number(), Map.of());
        return Outcome.accepted(form.id());
    }

    /** What the form holds for a day, for this reader. Refused: T-025, T-026, T-027. */
    public Outcome<Filled> preview(Actor actor, FormTemplate form, LocalDate day) {
        return fill(actor, form, day, (file, mapping, filled) -> filled);
    }

    /** The form as a file, filled. Refused: T-025, T-026, T-027. */
    public Outcome<Copy> copy(Actor actor, FormTemplate form, LocalDate day) {
        return fill(
                actor,
                form,
                day,
                (file, mapping, filled) -> new Copy(
                        "%s-%s.%s".formatted(form.number(), day, form.workbook() ? "xlsx" : "csv"),
                        file.filled(mapping, filled, withHead(form, filled))));
    }

    private List<List<@Nullable Object>> withHead(FormTemplate form, Filled filled) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(sources.head()));
        rows.addAll(sources.rows(form, filled));
        return rows;
    }

    /** What is made of an opened form. */
    private interface Use<T> {
        T of(FormFile file, FormMapping mapping, Filled filled);
    }

    private <T> Outcome<T> fill(Actor actor, FormTemplate form, LocalDate day, Use<T> use) {
        Optional<FormMapping> mapping = store.mapping(form.id(), form.version());
        if (mapping.isEmpty()) {
            return Outcome.refused("T-025", form.number());
        }
        if (day.isAfter(clock.today())) {
            return Outcome.refused("T-026", day, clock.today());
        }
        return opening(() -> FormFile.open(store.file(form.id()))
                .map(file -> use.of(file, mapping.get(), filled(actor, file, mapping.get(), day))));
    }

    private Filled filled(Actor actor, FormFile file, FormMapping mapping, LocalDate day) {
        Area territory = organisation.findArea(actor.territory()).orElseGet(organisation::district);
        Filler filler = new Filler(
                file.sheets().get(mapping.sheet()),
                mapping,
                places(),
                figures.catalogue(),
                territory,
                new HeldOnce((key, digits) -> figures.on(key, day, digits, territory.path())));
        return filler.of(day);
    }

    private PlaceIndex places() {
        Area district = organisation.district();
        List<Area> areas = new ArrayList<>(List.of(district));
        areas.addAll(organisation.list(AreaLevel.STREET, district.path()));
        areas.addAll(organisation.list(AreaLevel.COMMUNITY, district.path()));
        return new PlaceIndex(areas, district);
    }
}
