package org.tongxin.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"_csrf", "password", "oldPassword", "setupSecret", "accessToken", "chosen", "again", "Current"})
    void passwordsAndSecretsAreNotHandedBack(String field) {
        assertThat(SecretFields.isSecret(field)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason", "title", "code", "key", "currentYear", "login"})
    void whatIsNoSecretIs(String field) {
        assertThat(SecretFields.isSecret(field)).isFalse();
    }
}
