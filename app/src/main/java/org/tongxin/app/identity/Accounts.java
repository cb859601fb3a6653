package org.tongxin.app.identity;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PlatformSettings;

/** The accounts of a district and the posts they hold. Only administrators, and the system itself, change them. */
@Component
public class Accounts {

    /** A district's code has six digits; who signs or commands does so for the district. */
    static final int DISTRICT_DIGITS = 6;

    /** What a login may be. */
    static final String LOGIN = "[a-z0-9][a-z0-9._-]{1,63}";

    private static final String ACTOR = """
            select a.id, a.login, a.name, a.scripted, a.must_change, a.credential, a.waiting_since, p.role, p.area_path
            from account a join appointment p on p.account_id = a.id
            where a.disabled_at is null and p.since <= :now and p.until > :now
            """;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final PlatformSettings settings;
    private final PasswordEncoder passwords;
    private final Audit audit;

    Accounts(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            PlatformSettings settings,
            PasswordEncoder passwords,
            Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.settings = settings;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** Opens an account without a post. Refused: I-002, I-003, I-005, I-006, I-007. */
    @Transactional
    public Outcome<UUID> open(Actor by, NewAccount account) {
        return by.mayAdminister() ? create(by, account) : Outcome.refused("I-003");
    }

    /** As {@link #open}, for one whose right to do so the caller has made sure of. */
    Outcome<UUID> create(Actor by, NewAccount account) {
        if (account.scripted() && !settings.demonstration()) {
            return Outcome.refused("I-002", account.login());
        }
        if (!account.login().matches(LOGIN)) {
            return Outcome.refused("I-007", account.login());
        }
        String password = account.password();
        if (password != null && !acceptable(password)) {
            return Outcome.refused("I-006", password.length());
        }
        UUID id = ids.of("account", account.login());
        if (insert(id, account, password == null ? null : passwords.encode(password)) == 0) {
            return Outcome.refused("I-005", account.login());
        }
        audit.record(
                by,
                "account.opened",
                "account:" + account.login(),
                Map.of("scripted", account.scripted(), "demonstration", account.demonstration()));
        return Outcome.accepted(id);
    }

    /** The upper bound is that of the hash, which would ignore what follows. */
    static boolean acceptable(String password) {
        return password.length() >= 10 && password.getBytes(StandardCharsets.UTF_8).length <= 72;
    }

    private int insert(UUID id, NewAccount account, @Nullable String hash) {
        return jdbc.sql("""
                insert into account (id, login, name, password_hash, scripted, demonstration, created_at)
                values (:id, :login, :name, :hash, :scripted, :demonstration, :now) on conflict do nothing
                """)
                .param("id", id)
                .param("login", account.login())
                .param("name", account.name())
                .param("hash", hash)
                .param("scripted", account.scripted())
                .param("demonstration", account.demonstration())
                .param("now", utc(clock.now()))
                .update();
    }

    /**
     * Fills a post; the one held before ends when the new one begins. Doing the same again changes nothing, unless it
     * was ended in the very moment in which it began. Refused: I-003, I-008, I-009, I-017.
     */
    @Transactional
    public Outcome<UUID> appoint(Actor by, String login, Post post) {
        if (!by.mayAdminister()) {
            return Outcome.refused("I-003");
        }
        return by.covers(post.areaPath())
                ? place(by, login, post, null)
                : Outcome.refused("I-017", post.areaPath(), by.territory());
    }

    /** As {@link #appoint}, for one whose right to do so the caller has made sure of; {@code openedBy} for temporary help. */
    Outcome<UUID> place(Actor by, String login, Post post, @Nullable UUID openedBy) {
        Optional<UUID> account = locked(login);
        if (account.isEmpty()) {
            return Outcome.refused("I-008", login);
        }
        if (post.role().ofTheDistrict() && post.areaPath().length() > DISTRICT_DIGITS) {
            return Outcome.refused("I-009", login);
        }
        if (post.role() == Role.OBSERVER || !post.until().isAfter(post.since())) {
            return Outcome.refused("I-009", login);
        }
        UUID id = ids.of("appointment", login, post.since(), post.role(), post.areaPath());
        if (jdbc.sql("select count(*) from appointment where id = ? and until > since")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0) {
            return Outcome.accepted(id);
        }
        if (holdsFrom(account.get(), post.since())) {
            return Outcome.refused("I-009", login);
        }
        if (post.role().openedByTwo() && by.role() == Role.ADMINISTRATOR && !holds(account.get(), post.role())) {
            await(account.get());
        }
        endAt(account.get(), post.since());
        jdbc.sql("""
                insert into appointment (id, account_id, role, area_path, title, since, until, opened_by, named_since)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set title = excluded.title, until = excluded.until
                """)
                .params(
                        id,
                        account.get(),
                        post.role().name(),
                        post.areaPath(),
                        post.title(),
                        utc(post.since()),
                        utc(post.until()))
                .param(openedBy)
                .param(utc(clock.now()))
                .update();
        audit.record(
                by,
                openedBy == null ? "account.appointed" : "account.helps",
                "account:" + login,
                Map.of("role", post.role(), "area", post.areaPath(), "since", post.since(), "until", post.until()));
        return Outcome.accepted(id);
    }

    /** Ends the post held now, and with it all rights from the next request on. Refused: I-003, I-004, I-008. */
    @Transactional
    public Outcome<UUID> endAppointment(Actor by, String login) {
        if (!by.mayAdminister()) {
            return Outcome.refused("I-003");
        }
        Optional<UUID> account = locked(login);
        if (account.isEmpty()) {
            return Outcome.refused("I-008", login);
        }
        if (endAt(account.get(), clock.now()) == 0) {
            return Outcome.refused("I-004", login);
        }
        audit.record(by, "account.appointment-ended", "account:" + login, Map.of());
        return Outcome.accepted(account.get());
    }

    /** Closes an account for good; its records stay. Refused: I-003, I-008. */
    @Transactional
    public Outcome<UUID> disable(Actor by, String login) {
        if (!by.mayAdminister()) {
            return Outcome.refused("I-003");
        }
        Optional<UUID> account = locked(login);
        if (account.isEmpty()) {
            return Outcome.refused("I-008", login);
        }
        jdbc.sql("update account set disabled_at = ?, version = version + 1 where id = ? and disabled_at is null")
                .params(utc(clock.now()), account.get())
                .update();
        audit.record(by, "account.disabled", "account:" + login, Map.of());
        return Outcome.accepted(account.get());
    }

    Optional<UUID> locked(String login) {
        return jdbc.sql("select id from account where login = ? for update")
                .param(login)
                .query(UUID.class)
                .optional();
    }

    private boolean holdsFrom(UUID account, Instant since) {
        return jdbc.sql("select count(*) from appointment where account_id = ? and since >= ? and until > since")
                        .params(account, utc(since))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether the account holds a post of this role now, so that who holds it is known. */
    private boolean holds(UUID account, Role role) {
        return findActor(account).filter(actor -> actor.role() == role).isPresent();
    }

    /** From now on the account waits for a second person, see {@link SecondPerson}. */
    void await(UUID account) {
        jdbc.sql("update account set waiting_since = ?, version = version + 1 where id = ?")
                .params(utc(clock.now()), account)
                .update();
    }

    int endAt(UUID account, Instant end) {
        return jdbc.sql(
                        "update appointment set until = :end where account_id = :account and since <= :end and until > :end")
                .param("account", account)
                .param("end", utc(end))
                .update();
    }

    /** The name of the account with this login, whether it holds a post or not. */
    public Optional<String> findName(String login) {
        return jdbc.sql("select name from account where login = ?")
                .param(login)
                .query(String.class)
                .optional();
    }

    /** The account with its post of this moment; empty when it holds none, is closed or does not exist. */
    public Optional<Actor> findActor(String login) {
        return jdbc.sql(ACTOR + "and a.login = :login")
                .param("now", utc(clock.now()))
                .param("login", login)
                .query(Accounts::actor)
                .optional();
    }

    /** The rights of this moment, and what the door has to know besides; empty as for {@link #findActor(String)}. */
    public Optional<Access> findAccess(UUID account) {
        return jdbc.sql(ACTOR + "and a.id = :id")
                .param("now", utc(clock.now()))
                .param("id", account)
                .query((row, number) -> access(row, actor(row, number)))
                .optional();
    }

    private static Access access(ResultSet row, Actor actor) throws SQLException {
        boolean waiting = actor.role().openedByTwo() && row.getObject("waiting_since") != null;
        return new Access(actor, row.getBoolean("must_change"), waiting, row.getInt("credential"));
    }

    /** As {@link #findActor(String)}. */
    public Optional<Actor> findActor(UUID account) {
        return jdbc.sql(ACTOR + "and a.id = :id")
                .param("now", utc(clock.now()))
                .param("id", account)
                .query(Accounts::actor)
                .optional();
    }

    private static Actor actor(ResultSet row, int number) throws SQLException {
        return new Actor(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("area_path"),
                row.getBoolean("scripted"));
    }

    /** Who may be played now, highest area first; nobody outside a demonstration. */
    public List<DemonstrationLogin> listDemonstrationLogins() {
        if (!settings.demonstration()) {
            return List.of();
        }
        return jdbc.sql("""
                select a.login, a.name, p.role, p.title, p.area_path
                from account a join appointment p on p.account_id = a.id
                where a.demonstration and a.disabled_at is null and p.since <= :now and p.until > :now
                order by length(p.area_path), p.area_path, a.login
                """)
                .param("now", utc(clock.now()))
                .query((row, number) -> new DemonstrationLogin(
                        row.getString("login"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("title"),
                        row.getString("area_path")))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
