package org.tongxin.app.forms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Json;
import tools.jackson.core.type.TypeReference;

/** Forms and their mappings in the database. Opens no transaction. */
@Component
class FormStore {

    private static final TypeReference<FormMapping> MAPPING = new TypeReference<>() {};

    /** Kept inside the territory, or for a territory around it. */
    private static final String SEEN = """
            select f.id, 'F-' || f.number as number, f.name, f.issuer, f.area_path, a.name as area_name,
                   a.name_en as area_name_en, f.file_name, f.workbook, octet_length(f.file) as bytes, f.kept_by, f.kept_at,
                   coalesce(m.version, 0) as version, m.confirmed_by, m.confirmed_at
            from form_template f join area a on a.path = f.area_path
                 left join lateral (select * from form_mapping where form_id = f.id order by version desc limit 1) m on true
            where f.retired_at is null and (f.area_path >= :territory and f.area_path < :territory || '~'
                                            or :territory >= f.area_path and :territory < f.area_path || '~')
            """;

    private final JdbcClient jdbc;
    private final Json json;

    FormStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('form_number')").query(Long.class).single();
    }

    void add(UUID id, long number, NewForm form, String territory, boolean workbook, String login, Instant now) {
        jdbc.sql(
                        "insert into form_template (id, number, name, issuer, area_path, file_name, workbook, file, kept_by, kept_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        number,
                        form.name(),
                        form.issuer(),
                        territory,
                        form.fileName(),
                        workbook,
                        form.file(),
                        login,
                        Timestamp.from(now))
                .update();
    }

    List<FormTemplate> list(String territory) {
        return jdbc.sql(SEEN + " order by f.number desc")
                .param("territory", territory)
                .query(FormTemplate.class)
                .list();
    }

    Optional<FormTemplate> find(UUID id, String territory) {
        return jdbc.sql(SEEN + " and f.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(FormTemplate.class)
                .optional();
    }

    byte[] file(UUID id) {
        return jdbc.sql("select file from form_template where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    Optional<FormMapping> mapping(UUID id, int version) {
        return jdbc.sql("select mapping from form_mapping where form_id = ? and version = ?")
                .params(id, version)
                .query(String.class)
                .optional()
                .map(text -> json.read(text, MAPPING));
    }

    /** Whether it was the next version; somebody else may have been faster. */
    boolean confirm(UUID id, int version, FormMapping mapping, String login, Instant now) {
        return jdbc.sql("insert into form_mapping (form_id, version, mapping, confirmed_by, confirmed_at)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing")
                        .params(id, version, json.parameter(mapping), login, Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean retire(UUID id, String login, Instant now) {
        return jdbc.sql(
                                "update form_template set retired_by = ?, retired_at = ?, file = null, file_name = '' where id = ? and retired_at is null")
                        .params(login, Timestamp.from(now), id)
                        .update()
                == 1;
    }
}
