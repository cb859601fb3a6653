package org.tongxin.app.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Refusal;

/**
 * Accounts that lists propose. A proposal opens nothing: it waits until an administrator opens it by name, see {@link Openings},
 * is withdrawn, or is destroyed. What is asked of a row is what the form for one account asks. Thread-safe.
 */
@Component
public class Proposals {

    /** How long a proposal that nobody opens is kept; suggested value: a list is worked off within a month or is out of date. */
    static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Checks checks;
    private final ProposedLogins logins;
    private final DistrictClock clock;
    private final Ids ids;

    Proposals(JdbcClient jdbc, Checks checks, ProposedLogins logins, DistrictClock clock, Ids ids) {
        this.jdbc = jdbc;
        this.checks = checks;
        this.logins = logins;
        this.clock = clock;
        this.ids = ids;
    }

    /** What taking a row would do. */
    public enum Standing {
        ADDED,
        CHANGED,
        /** It is proposed already with the same values, or the person holds the post. */
        SAME
    }

    /** What is wrong with a row. @param field name, login, place, title, from or until */
    public record Wrong(String field, Refusal refusal) {}

    /** What was found about a row. @param id of the person at the post that it speaks of */
    public record Found(
            UUID id, Standing standing, @Nullable Wrong wrong) {}

    /** An account with a post that it holds or will hold; an account without one has a key without place. */
    private record Holder(
            String login,
            String name,
            @Nullable String role,
            @Nullable String areaPath,
            @Nullable String title) {

        boolean holds(NewProposal row) {
            return name.equals(row.name())
                    && row.role().name().equals(role)
                    && row.areaPath().equals(areaPath)
                    && row.title().equals(title);
        }
    }

    /** One finding a row, in their order; refused: I-005, I-007, I-017 to I-019, I-021, I-027, I-033, I-044, I-046. */
    public List<Found> look(Actor by, List<NewProposal> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Known known = known(rows);
        Map<String, NewProposal.Key> said = new HashMap<>();
        List<Found> found = new ArrayList<>(rows.size());
        for (NewProposal row : rows) {
            Wrong wrong = wrong(by, row).orElse(null);
            Standing standing = known.standing(row);
            if (wrong == null && standing != Standing.SAME) {
                wrong = known.underAnotherLogin(row).orElse(null);
            }
            if (wrong == null && standing != Standing.SAME && known.taken(row, said)) {
                wrong = new Wrong("login", Refusal.of("I-005", row.login()));
            }
            found.add(new Found(id(row), standing, wrong));
        }
        return found;
    }

    private UUID id(NewProposal row) {
        return ids.of("proposal", row.areaPath(), row.role(), row.title(), row.name());
    }

    private Optional<Wrong> wrong(Actor by, NewProposal row) {
        Instant since = Openings.since(row.firstDay(), clock);
        return of("name", checks.name(row.name()))
                .or(() -> of("name", PersonalData.find(row.name()).map(kind -> Refusal.of("I-021", kind))))
                .or(() -> of("place", checks.area(by, row.areaPath())))
                .or(() -> of("place", misplaced(row)))
                .or(() -> of("title", checks.title(row.title())))
                .or(() -> of(
                        "login",
                        Checks.refusedIf(
                                !row.login().isEmpty() && !row.login().matches(Accounts.LOGIN), "I-007", row.login())))
                .or(() -> of("from", past(row.firstDay())))
                .or(() -> of("until", checks.term(since, Openings.until(row.lastDay(), clock))));
    }

    private static Optional<Wrong> of(String field, Optional<Refusal> refusal) {
        return refusal.map(why -> new Wrong(field, why));
    }

    /** I-044: a role that there is for the district as a whole only. */
    private static Optional<Refusal> misplaced(NewProposal row) {
        return Checks.refusedIf(
                row.role().ofTheDistrict() && row.areaPath().length() > Accounts.DISTRICT_DIGITS,
                "I-044",
                row.areaPath());
    }

    private Optional<Refusal> past(@Nullable LocalDate firstDay) {
        return firstDay != null && firstDay.isBefore(clock.today())
                ? Optional.of(Refusal.of("I-027", firstDay, clock.today()))
                : Optional.empty();
    }

    /** What is known of the people of some rows. */
    private record Known(Map<NewProposal.Key, ProposedAccount> proposed, List<Holder> holders) {

        Standing standing(NewProposal row) {
            boolean holds = holders.stream()
                    .anyMatch(each -> each.holds(row)
                            && (row.login().isEmpty() || row.login().equals(each.login())));
            if (holds) {
                return Standing.SAME;
            }
            ProposedAccount stored = proposed.get(row.key());
            if (stored == null) {
                return Standing.ADDED;
            }
            boolean same = login(row).equals(stored.login())
                    && Objects.equals(row.firstDay(), stored.firstDay())
                    && row.lastDay().equals(stored.lastDay());
            return same ? Standing.SAME : Standing.CHANGED;
        }

        /** I-046: the person holds the post with another login than the row gives. */
        Optional<Wrong> underAnotherLogin(NewProposal row) {
            return holders.stream()
                    .filter(each -> each.holds(row))
                    .findFirst()
                    .map(each -> new Wrong("login", Refusal.of("I-046", row.name(), each.login())));
        }

        /** The one that the row gives, or that was proposed before and is still free; empty where another is to be found. */
        String login(NewProposal row) {
            ProposedAccount stored = proposed.get(row.key());
            if (!row.login().isEmpty()) {
                return row.login();
            }
            return stored == null || isOfAnAccount(stored.login()) ? "" : stored.login();
        }

        boolean isOfAnAccount(String login) {
            return holders.stream().anyMatch(each -> each.login().equals(login));
        }

        /** Whether an account, another proposal or another row has the login that a row gives. */
        boolean taken(NewProposal row, Map<String, NewProposal.Key> said) {
            if (row.login().isEmpty()) {
                return false;
            }
            NewProposal.Key earlier = said.putIfAbsent(row.login(), row.key());
            return isOfAnAccount(row.login())
                    || (earlier != null && !earlier.equals(row.key()))
                    || proposed.values().stream()
                            .anyMatch(each -> each.login().equals(row.login())
                                    && !each.key().equals(row.key()));
        }
    }

    private Known known(List<NewProposal> rows) {
        List<String> names = rows.stream().map(NewProposal::name).toList();
        List<String> asked =
                new ArrayList<>(rows.stream().map(NewProposal::login).toList());
        Map<NewProposal.Key, ProposedAccount> proposed = new HashMap<>();
        jdbc.sql("select * from account_proposal where name = any(:names) or login = any(:logins)")
                .param("names", names.toArray(String[]::new))
                .param("logins", asked.toArray(String[]::new))
                .query(ProposedAccount.class)
                .list()
                .forEach(each -> {
                    proposed.put(each.key(), each);
                    asked.add(each.login());
                });
        List<Holder> holders = jdbc.sql("""
                select a.login, a.name, p.role, p.area_path, p.title
                from account a left join appointment p
                     on p.account_id = a.id and p.until > :now and p.since < p.until and p.opened_by is null
                where a.name = any(:names) or a.login = any(:logins)
                """)
                .param("now", utc(clock.now()))
                .param("names", names.toArray(String[]::new))
                .param("logins", asked.toArray(String[]::new))
                .query(Holder.class)
                .list();
        return new Known(proposed, holders);
    }

    /** Writes rows of which {@link #look} found that they add or change something; in the transaction of the whole list. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Actor by, List<NewProposal> rows) {
        Known known = known(rows);
        // Those with a login of their own first, so that none that is made up here stands in their way.
        rows.stream().sorted(Comparator.comparing(row -> row.login().isEmpty())).forEach(row -> write(by, row, known));
    }

    private void write(Actor by, NewProposal row, Known known) {
        ProposedAccount stored = known.proposed().get(row.key());
        String kept = known.login(row);
        Instant end = Openings.until(row.lastDay(), clock);
        Instant last = clock.now().plus(KEPT);
        jdbc.sql("""
                insert into account_proposal (id, login, name, role, area_path, title, first_day, last_day, proposed_by,
                    proposed_at, kept_until)
                values (:id, :login, :name, :role, :area, :title, :first, :last, :by, :now, :kept)
                on conflict (id) do update set login = excluded.login, first_day = excluded.first_day,
                    last_day = excluded.last_day, proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at,
                    kept_until = excluded.kept_until
                """)
                .param("id", stored == null ? id(row) : stored.id())
                .param("login", kept.isEmpty() ? logins.next(row.name()) : kept)
                .param("name", row.name())
                .param("role", row.role().name())
                .param("area", row.areaPath())
                .param("title", row.title())
                .param("first", row.firstDay())
                .param("last", row.lastDay())
                .param("by", by.login())
                .param("now", utc(clock.now()))
                .param("kept", utc(end.isBefore(last) ? end : last))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
