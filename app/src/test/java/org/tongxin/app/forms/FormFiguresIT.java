package org.tongxin.app.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.resources.Need;
import org.tongxin.app.resources.Needs;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** What the other modules hold of places comes out in a form: supplies, needs, posts, households. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class FormFiguresIT {

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse storehouse;

    @Autowired
    Needs needs;

    @Autowired
    Forms forms;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        storehouse.open();
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void close() {
        LocaleContextHolder.resetLocaleContext();
        district.settle();
        district.close();
    }

    private String filled(String heads, LocalDate day) {
        String text = "街镇," + heads + "\n柳荫街道\n梅溪镇\n合计\n";
        Actor actor = district.actor("officer");
        UUID id = forms.keep(actor, new NewForm("物资日报", "市指挥部", "form.csv", text.getBytes(StandardCharsets.UTF_8)))
                .orThrow();
        FormTemplate form = forms.find(actor, id).orElseThrow();
        forms.confirm(actor, form, 0, forms.sheet(form).orThrow().mapping()).orThrow();
        FormTemplate confirmed = forms.find(actor, id).orElseThrow();
        return new String(forms.copy(actor, confirmed, day).orThrow().file(), StandardCharsets.UTF_8);
    }

    @Test
    void stockAndNeedsOfPlaces() {
        storehouse.stock("a", Storehouse.MASK, 5_000, null);
        storehouse.stock("b", Storehouse.PARCEL, 60, TODAY);
        storehouse.ask("street", STREET, Storehouse.MASK, 800);
        storehouse.ask("street", STREET, Storehouse.MASK, 200);
        assertThat(filled("口罩库存,口罩需求量", TODAY).split("\n"))
                .as("nobody keeps supplies in Meixi, and nobody has asked")
                .contains("梅溪镇,,");
        Need withdrawn = storehouse.ask("meixi", OTHER, Storehouse.MASK, 50);
        needs.withdraw(district.actor("meixi"), withdrawn.id(), withdrawn.version())
                .orThrow();

        String file = filled("口罩库存,蔬菜包库存,口罩需求量", TODAY);

        assertThat(file.split("\n"))
                .as("Meixi has a store now, which is empty, and asks no longer")
                .contains("柳荫街道,5000,60,1000", "梅溪镇,0,0,0", "合计,5000,60,1000");
    }

    @Test
    void postsOfAShift() {
        UUID covered = post(STREET, "一号门");
        post(STREET, "二号门");
        UUID person = UUID.randomUUID();
        jdbc.sql("insert into person (id, name, kind, home_path, trained, insured) values (?, '李娜', 'VOLUNTEER', ?,"
                        + " true, true)")
                .params(person, STREET)
                .update();
        jdbc.sql("insert into assignment (id, shift_day, post_id, person_id, state, metres, rank, eligible,"
                        + " nearer_elsewhere, assigned_at) values (?, ?, ?, ?, 'CONFIRMED', 100, 1, 1, 0, now())")
                .params(UUID.randomUUID(), TODAY, covered, person)
                .update();

        assertThat(filled("应守岗位,到位岗位,值班人数,缺员", TODAY).split("\n")).contains("柳荫街道,2,1,1,1", "梅溪镇,,,,", "合计,2,1,1,1");
    }

    private UUID post(String street, String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into duty_post (id, area_path, kind, name, name_en, places, minimum, latitude, longitude)"
                        + " values (?, ?, 'CHECKPOINT', ?, 'Gate', 2, 1, 31.2, 121.5)")
                .params(id, street, name)
                .update();
        jdbc.sql("insert into shift_post (shift_day, post_id, area_path) values (?, ?, ?)")
                .params(TODAY, id, street)
                .update();
        return id;
    }

    @Test
    void householdsOfTheRegister() {
        jdbc.sql("update area set households = 12000 where path = ?")
                .param(STREET)
                .update();

        assertThat(filled("总户数,小区数", TODAY).split("\n"))
                .as("of Meixi no households are kept")
                .contains("柳荫街道,12000,0", "梅溪镇,,");
    }

    @Test
    void aFormOfMoreCellsThanMayBeFilledIsRefused() {
        String line = "1,".repeat(FormFile.LIMITS.columns() - 1) + "1\n";
        byte[] file = line.repeat(FormFile.LIMITS.rows() + 1).getBytes(StandardCharsets.UTF_8);

        Outcome<UUID> kept = forms.keep(district.actor("officer"), new NewForm("日报", "市指挥部", "form.csv", file));

        assertThat(kept)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("B-003"));
    }
}
