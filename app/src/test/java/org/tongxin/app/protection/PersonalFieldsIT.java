package org.tongxin.app.protection;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.support.PostgresTest;

/** No column that looks personal is left out of the register. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest
class PersonalFieldsIT {

    private static final Pattern PERSONAL = Pattern.compile(
            "(^|_)(phone|mobile|tel|telephone|contact|person|name|donor|giver|email|mail|address|login)(_|$)");

    /** Columns that look personal and are not, with the reason. Names that also have an English form are names of things. */
    private static final Map<String, String> NOT_OF_PERSONS = Map.ofEntries(
            entry("installation_key.name", "names a key"),
            entry("simulation_scenario.name", "names a scenario"),
            entry("form_template.name", "names a form"),
            entry("supply_offer.giver", "a kind: unit, donor or residents"),
            entry("unit_request.contact", "an office and its public number"),
            entry("supply_supplier.contact", "an office and its public number"),
            entry("supply_producer.contact", "an office and its public number"));

    @Autowired
    Destructions destructions;

    @Autowired
    OfficeColumns office;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MessageSource messages;

    @Test
    void everyTextColumnThatLooksPersonalIsDeclared() {
        Set<String> declared = declared();
        List<String> left = new ArrayList<>();
        Set<String> columns = columns();
        for (String column : columns) {
            String name = column.substring(column.indexOf('.') + 1);
            boolean thing = name.startsWith("name")
                    && columns.contains(column.substring(0, column.indexOf('.')) + ".name_en")
                    && columns.contains(column.substring(0, column.indexOf('.')) + ".name");
            if (PERSONAL.matcher(name).find()
                    && !thing
                    && !declared.contains(column)
                    && !NOT_OF_PERSONS.containsKey(column)) {
                left.add(column);
            }
        }
        assertThat(left)
                .as("columns to declare in PersonalFields, or to name here with the reason why they are not personal")
                .isEmpty();
        assertThat(columns).contains("complaint_contact.contact").containsAll(NOT_OF_PERSONS.keySet());
    }

    @Test
    void whatIsDeclaredExistsOnceAndSaysItsPurposeInBothLanguages() {
        List<PersonalField> register = destructions.register();
        assertThat(register).extracting(PersonalField::table).doesNotHaveDuplicates();
        Set<String> all = jdbc
                .sql("select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'public'")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
        assertThat(all).containsAll(declared());
        for (PersonalField field : register) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(messages.getMessage("personal.purpose." + field.purpose(), null, locale))
                        .isNotBlank();
                assertThat(messages.getMessage("protection.table." + field.table(), null, locale))
                        .isNotBlank();
            }
        }
    }

    @Test
    void everyLoginAtAnActAndEveryReasonIsInTheRegisterOnce() {
        List<String> logins = office.groups().getFirst().columns();
        List<String> words = office.groups().getLast().columns();
        assertThat(logins)
                .contains("warning.signed_by", "role_card.player", "timeline_entry.actor", "supply_movement.who")
                .doesNotContain("attendance.came_by", "attendance.left_by")
                .doesNotContainAnyElementsOf(words);
        assertThat(words)
                .contains("handover_note.text", "plan_activation.reason", "exercise_call.remark", "unit_answer.words")
                .doesNotContainAnyElementsOf(declared());
        assertThat(columns())
                .as("a column that names who acted must be found by its name, or be a list of codes")
                .filteredOn(column -> column.endsWith("_by"))
                .filteredOn(column -> !logins.contains(column) && !declared().contains(column))
                .containsExactlyInAnyOrder("assignment.risk_read_by", "attendance.came_by", "attendance.left_by");
        for (OfficeColumns.Group group : office.groups()) {
            assertThat(group.tables()).isBetween(10L, (long) group.columns().size());
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(messages.getMessage("personal.purpose." + group.purpose(), null, locale))
                        .isNotBlank();
            }
        }
    }

    private Set<String> declared() {
        return destructions.register().stream()
                .flatMap(field -> field.columns().stream().map(column -> field.table() + "." + column))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> columns() {
        return new TreeSet<>(jdbc.sql("select c.table_name || '.' || c.column_name from information_schema.columns c"
                        + " join information_schema.tables t using (table_schema, table_name)"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE' and data_type in ('text',"
                        + " 'character varying') and c.table_name <> 'flyway_schema_history'")
                .query(String.class)
                .list());
    }
}
