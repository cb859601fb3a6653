package org.tongxin.app.identity;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Spelling;

/**
 * Logins for people of whom a list gives the name only: the name in pinyin, and where that is taken, with the next number. A
 * login says who somebody is, not where they work, since it stays when the post changes.
 */
@Component
class ProposedLogins {

    private static final int LONGEST = 40;
    private static final int SHORTEST = 2;

    private final JdbcClient jdbc;

    ProposedLogins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that neither an account nor a proposal has. */
    String next(String name) {
        String base = base(name);
        Set<String> taken = new HashSet<>(jdbc.sql("select login from account where login like :begins"
                        + " union select login from account_proposal where login like :begins")
                .param("begins", base + "%")
                .query(String.class)
                .list());
        String login = base;
        for (int number = 2; taken.contains(login); number++) {
            login = base + number;
        }
        return login;
    }

    /** The whole name in letters, which is the second of the {@linkplain Spelling#of spellings}. */
    private static String base(String name) {
        String[] spellings = Spelling.of(name).split(" ", 3);
        String whole = spellings.length < 2 ? "" : spellings[1].replaceAll("[^a-z0-9]", "");
        String letters = whole.length() < SHORTEST ? "user" + whole : whole;
        return letters.substring(0, Math.min(letters.length(), LONGEST));
    }
}
