package org.tongxin.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the register takes for personal data. */
class PersonalDataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请打13800138000",
                "电话138 0013 8000",
                "联系１３８００１３８０００",
                "+86-139-1234-5678",
                "座机021-58881234",
                "居委会5888 1234",
                "021-20251234"
            })
    void aTelephoneNumberIsFoundHoweverItIsWritten(String text) {
        assertThat(PersonalData.find(text)).contains("PHONE_NUMBER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"证件310115199001011234", "31011519900101123X", "310115 19900101 1234"})
    void anIdentityNumberIsFound(String text) {
        assertThat(PersonalData.find(text)).contains("IDENTITY_NUMBER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "独居老人约30位",
                "2022年3月25日起停水",
                "3号楼到12号楼",
                "物资只够2天，共1500份",
                "代码310115105001",
                "自20220325起",
                "2025-2026年度"
            })
    void factsOfPlacesPass(String text) {
        assertThat(PersonalData.find(text)).isEmpty();
    }
}
