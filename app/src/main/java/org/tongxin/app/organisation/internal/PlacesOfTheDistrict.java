package org.tongxin.app.organisation.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Places;

/** Tells {@code identity}, which stands below, what the places are called whose codes it keeps. */
@Component
class PlacesOfTheDistrict implements Places {

    private final JdbcClient jdbc;

    PlacesOfTheDistrict(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Place> find(Collection<String> paths) {
        if (paths.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select path, name, name_en from area where path in (:paths)")
                .param("paths", paths)
                .query(Place.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Place::path, Function.identity()));
    }

    @Override
    public List<Place> offered(String territory) {
        return jdbc.sql("""
                with below as (select path, name, name_en, length(path) as depth from area
                               where path >= :territory and path < :territory || '~' and ended_on is null
                                 and level in ('DISTRICT', 'STREET', 'COMMUNITY', 'COMPOUND'))
                select path, name, name_en from below
                where path = :territory
                   or depth = (select min(depth) from below where depth > length(:territory))
                order by path
                """).param("territory", territory).query(Place.class).list();
    }
}
