package org.tongxin.app.platform;

import org.postgresql.util.PGobject;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values kept as {@code jsonb}. Thread-safe. */
@Component
public class Json {

    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** As a parameter of a statement. */
    public PGobject parameter(Object value) {
        try {
            PGobject json = new PGobject();
            json.setType("jsonb");
            json.setValue(write(value));
            return json;
        } catch (java.sql.SQLException broken) {
            throw new IllegalStateException("The driver must accept any JSON text.", broken);
        }
    }

    public <T> T read(String json, TypeReference<T> type) {
        return mapper.readValue(json, type);
    }
}
