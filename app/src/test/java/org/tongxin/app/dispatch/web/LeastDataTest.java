package org.tongxin.app.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.tongxin.app.dispatch.Assignment;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;

class LeastDataTest {

    private static final Assignment ASSIGNED =
            new Assignment(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), "甲某", true, "CONFIRMED", 300, 1, 9, 0);

    private final DispatchText words = words();

    @Test
    void visitorReadsThatAVolunteerStandsThereAndNoName() {
        Actor visitor = Actor.observer("310199");

        assertThat(words.person(visitor, ASSIGNED)).isEqualTo("志愿者");
        assertThat(words.person(visitor, new Dispatch.Option(UUID.randomUUID(), "丙某", false, 300, "", 0)))
                .isEqualTo("下沉人员");
    }

    @Test
    void candidatesFromElsewhereAreNamedToTheDutyOfficerOnly() {
        Dispatch.Option option = new Dispatch.Option(UUID.randomUUID(), "丙某", true, 300, "", 0);

        assertThat(words.person(actor(Role.DUTY_OFFICER), option)).isEqualTo("丙某");
        assertThat(words.person(actor(Role.STREET_WORKER), option)).isEqualTo("志愿者");
        assertThat(words.person(actor(Role.STREET_WORKER), ASSIGNED)).isEqualTo("甲某");
        assertThat(words.person(actor(Role.SIGNATORY), ASSIGNED)).isEqualTo("志愿者");
    }

    private static Actor actor(Role role) {
        return new Actor(new UUID(0, 4), "someone", "某人", role, "310199", false);
    }

    private static DispatchText words() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBasename("messages/dispatch");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        return new DispatchText(bundle);
    }
}
