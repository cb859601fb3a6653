package org.tongxin.app.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewProposal;
import org.tongxin.app.identity.Proposals;
import org.tongxin.app.identity.Role;
import org.tongxin.app.imports.ImportKind;
import org.tongxin.app.imports.ImportRow;
import org.tongxin.app.imports.ImportWords;
import org.tongxin.app.imports.Verdict;

/**
 * A list of accounts to open. Taking it opens none: each row becomes a proposal that an administrator opens afterwards, see {@link
 * Proposals}. A row of the same person, post and place corrects login and days. A place is said by its code or, where only one of the own
 * territory is called so, by its name.
 */
@Component
class AccountImport implements ImportKind {

    /** Suggested value: two for each community of a large district, and its streets and departments. */
    private static final int MOST = 3_000;

    private static final String ROLE = "role.";
    private static final List<String> ROLES = Stream.of(Role.values())
            .filter(role -> role != Role.OBSERVER)
            .map(Enum::name)
            .toList();

    private final JdbcClient jdbc;
    private final Proposals proposals;
    private final ImportWords words;

    AccountImport(JdbcClient jdbc, Proposals proposals, ImportWords words) {
        this.jdbc = jdbc;
        this.proposals = proposals;
        this.words = words;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public List<String> columns() {
        return List.of("name", "role", "place", "title", "login", "from", "until");
    }

    @Override
    public Set<String> needed() {
        return Set.of("name", "role", "place", "title", "until");
    }

    @Override
    public Set<String> places() {
        return Set.of("place");
    }

    @Override
    public int mostRows() {
        return MOST;
    }

    /** Who may open accounts. */
    @Override
    public boolean mayImport(Actor actor) {
        return actor.role() == Role.ADMINISTRATOR;
    }

    @Override
    public List<Verdict> check(Actor actor, List<ImportRow> rows) {
        Map<String, List<String>> places = places(actor, rows);
        List<@Nullable Verdict> unread =
                rows.stream().map(row -> unreadable(row, places).orElse(null)).toList();
        List<NewProposal> read = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (unread.get(row) == null) {
                read.add(proposal(rows.get(row), places));
            }
        }
        List<Proposals.Found> found = new ArrayList<>(proposals.look(actor, read));
        return unread.stream()
                .map(verdict -> verdict == null ? verdict(found.removeFirst()) : verdict)
                .toList();
    }

    private static Verdict verdict(Proposals.Found found) {
        Proposals.Wrong wrong = found.wrong();
        return wrong == null
                ? new Verdict.Fits(
                        found.id(), Verdict.Change.valueOf(found.standing().name()))
                : new Verdict.Rejected(wrong.field(), wrong.refusal());
    }

    /** B-020 empty, B-021 no such role, B-028 no date, U-045 no such place, U-046 several of that name. */
    private Optional<Verdict> unreadable(ImportRow row, Map<String, List<String>> places) {
        for (String column : List.of("name", "title")) {
            if (row.cell(column).isEmpty()) {
                return Optional.of(Verdict.rejected(column, "B-020"));
            }
        }
        if (words.find(row.cell("role"), ROLE, ROLES).isEmpty()) {
            return Optional.of(Verdict.rejected("role", "B-021", words.all(ROLE, ROLES)));
        }
        List<String> meant = places.getOrDefault(row.cell("place"), List.of());
        if (meant.size() != 1) {
            return Optional.of(
                    meant.isEmpty()
                            ? Verdict.rejected("place", "U-045", row.cell("place"))
                            : Verdict.rejected("place", "U-046", row.cell("place"), String.join(" ", meant)));
        }
        if (!row.cell("from").isEmpty() && day(row, "from") == null) {
            return Optional.of(Verdict.rejected("from", "B-028"));
        }
        return day(row, "until") == null ? Optional.of(Verdict.rejected("until", "B-028")) : Optional.empty();
    }

    private static @Nullable LocalDate day(ImportRow row, String column) {
        try {
            return LocalDate.parse(row.cell(column).replace('/', '-'));
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** Of a row that can be read. */
    private NewProposal proposal(ImportRow row, Map<String, List<String>> places) {
        LocalDate until = day(row, "until");
        if (until == null) {
            throw new IllegalArgumentException("The row of line " + row.line() + " has no last day; check it first.");
        }
        return new NewProposal(
                row.cell("name"),
                row.cell("login").toLowerCase(Locale.ROOT),
                Role.valueOf(words.find(row.cell("role"), ROLE, ROLES).orElseThrow()),
                places.getOrDefault(row.cell("place"), List.of()).getFirst(),
                row.cell("title"),
                day(row, "from"),
                until);
    }

    private record Named(String path, String name, String nameEn) {}

    /** The paths that each text may mean, in the actor's territory. */
    private Map<String, List<String>> places(Actor actor, List<ImportRow> rows) {
        Set<String> texts = rows.stream().map(row -> row.cell("place")).collect(Collectors.toSet());
        Map<String, List<String>> places = new HashMap<>();
        jdbc.sql("""
                select path, name, name_en from area
                where ended_on is null and path >= :territory and path < :territory || '~'
                  and (path = any(:texts)
                       or (level in ('DISTRICT', 'STREET', 'COMMUNITY')
                           and (name = any(:texts) or name_en = any(:texts))))
                order by path
                """)
                .param("territory", actor.territory())
                .param("texts", texts.toArray(String[]::new))
                .query(Named.class)
                .list()
                .forEach(place -> Stream.of(place.path(), place.name(), place.nameEn())
                        .distinct()
                        .filter(texts::contains)
                        .forEach(text -> places.computeIfAbsent(text, unseen -> new ArrayList<>())
                                .add(place.path())));
        return places;
    }

    @Override
    public void apply(Actor actor, List<ImportRow> rows) {
        Map<String, List<String>> places = places(actor, rows);
        proposals.take(actor, rows.stream().map(row -> proposal(row, places)).toList());
    }
}
