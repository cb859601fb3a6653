package org.tongxin.app.identity;

import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;

/**
 * Whether somebody of a name is at a post already. Usually it is the same person, for whom a second account would be opened by mistake;
 * two people of one name at one post do occur, and only a person can tell.
 */
@Component
class Namesakes {

    private final JdbcClient jdbc;
    private final DistrictClock clock;

    Namesakes(JdbcClient jdbc, DistrictClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The login of one who holds the post, or will hold it; the same role, place and title. */
    Optional<String> find(String name, Post post) {
        return jdbc.sql("""
                select a.login from account a join appointment p on p.account_id = a.id
                where a.name = :name and p.role = :role and p.area_path = :area and p.title = :title
                  and p.until > :now and p.since < p.until and p.opened_by is null
                  and a.disabled_at is null and not a.scripted
                order by a.login limit 1
                """)
                .param("name", name.strip())
                .param("role", post.role().name())
                .param("area", post.areaPath())
                .param("title", post.title())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }
}
