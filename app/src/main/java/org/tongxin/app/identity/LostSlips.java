package org.tongxin.app.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;

/**
 * Other slips for those who have not chosen an own password: theirs were lost, or ran out, or did not come out of the printer. Each is
 * given as {@link Staffing#resetPassword} gives it, with its reason in the audit. Whoever has an own password is not among them, so that
 * nobody is shut out by this.
 */
@Component
public class LostSlips {

    private final JdbcClient jdbc;
    private final PostBook book;
    private final Staffing staffing;
    private final OneTimePasswords passwords;
    private final Checks checks;

    LostSlips(JdbcClient jdbc, PostBook book, Staffing staffing, OneTimePasswords passwords, Checks checks) {
        this.jdbc = jdbc;
        this.book = book;
        this.staffing = staffing;
        this.passwords = passwords;
        this.checks = checks;
    }

    /** Those of a territory who have a one-time password and no own one yet, by place, role and title; temporary help left out. */
    public Paged<HeldPost> list(String territory, @Nullable Seen after) {
        return book.unused(territory, after);
    }

    /**
     * Gives them new passwords; the old ones end. Refused as a whole: I-003, I-020, I-021, I-045; one by one: as {@link
     * Staffing#resetPassword}.
     *
     * @param chosen ids of their lines
     */
    public Outcome<Slips> again(Actor by, Collection<UUID> chosen, String reason) {
        Optional<Refusal> wrong = Openings.wrong(by, chosen).or(() -> checks.reason(reason));
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        List<HeldPost> lines = book.unused(by.territory(), chosen);
        List<Slip> slips = new ArrayList<>();
        List<Slips.Not> refused = new ArrayList<>();
        List<OneTimePasswords.Made> made = passwords.make(lines.size());
        for (int number = 0; number < lines.size(); number++) {
            HeldPost line = lines.get(number);
            Outcome<NewEntrance> given = staffing.resetPassword(by, line.appointment(), reason, made.get(number));
            if (given instanceof Outcome.Refused<NewEntrance> not) {
                refused.add(new Slips.Not(line.login(), line.name(), line.title(), not.refusal()));
            } else {
                Post post = new Post(line.role(), line.areaPath(), line.title(), line.since(), line.until());
                slips.add(Openings.slip(jdbc, given.orThrow(), post));
            }
        }
        return Outcome.accepted(new Slips(slips, refused, new LinkedHashSet<>(chosen).size() - lines.size()));
    }
}
