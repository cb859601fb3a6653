package org.tongxin.app.warning.web.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A good message is read as it is; every change that breaks one rule is found under the name of that rule. */
class CapConformanceTest {

    private static final String GOOD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
              <identifier>NMC-2022-17</identifier>
              <sender>weather.example.cn</sender>
              <sent>2022-03-28T09:00:00+08:00</sent>
              <status>Exercise</status>
              <msgType>Update</msgType>
              <scope>Public</scope>
              <note>演练</note>
              <references>weather.example.cn,NMC-2022-16,2022-03-28T08:00:00+08:00</references>
              <info>
                <language>zh-CN</language>
                <category>Met</category>
                <event>暴雨</event>
                <responseType>Prepare</responseType>
                <urgency>Expected</urgency>
                <severity>Severe</severity>
                <certainty>Likely</certainty>
                <onset>2022-03-28T10:00:00+08:00</onset>
                <expires>2022-03-28T20:00:00+08:00</expires>
                <headline>暴雨橙色预警</headline>
                <description>三小时内降雨50毫米以上</description>
                <instruction>减少外出</instruction>
                <web>https://weather.example.cn/17</web>
                <resource><resourceDesc>雨量图</resourceDesc><mimeType>image/png</mimeType><size>5</size>
                  <uri>map.png</uri><derefUri>aGVsbG8=</derefUri></resource>
                <area>
                  <areaDesc>浦东新区</areaDesc>
                  <polygon>31.1,121.4 31.3,121.4 31.3,121.7 31.1,121.4</polygon>
                  <circle>31.2,121.5 12.5</circle>
                  <geocode><valueName>GB/T 2260</valueName><value>310115</value></geocode>
                  <altitude>10</altitude><ceiling>900</ceiling>
                </area>
              </info>
            </alert>
            """;

    private static List<String> rules(String message) {
        return CapReader.read(message.getBytes(StandardCharsets.UTF_8)).problems().stream()
                .map(CapProblem::rule)
                .toList();
    }

    private static String changed(String from, String to) {
        assertThat(GOOD).contains(from);
        return GOOD.replace(from, to);
    }

    @Test
    void aGoodMessageIsReadAsItStands() {
        CapReader.Read read = CapReader.read(GOOD.getBytes(StandardCharsets.UTF_8));

        assertThat(read.problems()).isEmpty();
        assertThat(read.root().children("info").getFirst().textOf("headline")).isEqualTo("暴雨橙色预警");
        assertThat(read.root().children("status").getFirst().line()).isEqualTo(6);
    }

    @Test
    void whatIsWrittenIsReadAgainAsTheSame() {
        CapElement root = CapReader.read(GOOD.getBytes(StandardCharsets.UTF_8)).root();
        String written = CapWriter.write(root);

        CapReader.Read again = CapReader.read(written.getBytes(StandardCharsets.UTF_8));

        assertThat(again.problems()).isEmpty();
        assertThat(CapWriter.write(again.root())).isEqualTo(written);
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() {
        CapElement note = CapElement.of("note", "一\u0001\u000B二\uD800三\n");

        assertThat(CapWriter.write(CapElement.of("alert", List.of(note)))).contains(">一二三\n<");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            <status>Exercise</status> | <status>Drill</status> | word
            <msgType>Update</msgType> | '' | missing
            <sent>2022-03-28T09:00:00+08:00</sent> | <sent>2022-03-28T01:00:00Z</sent> | time
            <sent>2022-03-28T09:00:00+08:00</sent> | <sent>2022-03-28T09:00:00.5+08:00</sent> | time
            <sent>2022-03-28T09:00:00+08:00</sent> | <sent>2022-02-30T09:00:00+08:00</sent> | time
            <identifier>NMC-2022-17</identifier> | <identifier>NMC 2022, 17</identifier> | id
            <scope>Public</scope> | <scope>Restricted</scope> | restriction
            <scope>Public</scope> | <scope>Public</scope><restriction>内部</restriction> | restriction
            <scope>Public</scope> | <scope>Private</scope> | addresses
            <note>演练</note> | '' | note
            NMC-2022-16,2022-03-28T08 | NMC-2022-16 2022-03-28T08 | reference
            NMC-2022-16,2022 | NMC-2022-17,2022 | itself
            NMC-2022-16,2022-03-28T08 | NMC-2022-16,2022-03-29T08 | later
            <references>weather.example.cn,NMC-2022-16,2022-03-28T08:00:00+08:00</references> | '' | references
            <language>zh-CN</language> | <language>Chinese (China)</language> | language
            <category>Met</category> | '' | missing
            <event>暴雨</event> | <event></event> | empty
            <event>暴雨</event> | <event>暴雨</event><event>大风</event> | repeated
            <severity>Severe</severity> | <severity>Very severe</severity> | word
            <certainty>Likely</certainty> | <certainty>Very Likely</certainty> | word
            <expires>2022-03-28T20 | <expires>2022-03-28T09 | expires
            <description>三小时内降雨50毫米以上</description> | <description>&lt;b&gt;大雨&lt;/b&gt;</description> | markup
            <web>https://weather.example.cn/17</web> | <web>/17</web> | address
            <derefUri>aGVsbG8=</derefUri> | '' | relative
            <size>5</size> | <size>many</size> | number
            <mimeType>image/png</mimeType> | '' | missing
            <areaDesc>浦东新区</areaDesc> | '' | missing
            121.7 31.1,121.4</polygon> | 121.7</polygon> | polygon
            31.3,121.4 31.3,121.7 31.1,121.4</polygon> | 31.3,121.7 31.3,121.4 31.1,121.7 31.1,121.4</polygon> | crossing
            <polygon>31.1,121.4 | <polygon>121.4,31.1 | place
            12.5</circle> | -1</circle> | circle
            <altitude>10</altitude> | '' | ceiling
            <altitude>10</altitude> | <altitude>1000</altitude> | ceiling
            <value>310115</value> | '' | missing
            <instruction>减少外出</instruction> | <password>x</password> | unknown
            <urgency>Expected</urgency> | <urgency>Expected</urgency><language>en</language> | order
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"> | <alert xmlns="urn:oasis:names:tc:emergency:cap:1.1"> | namespace
            """)
    void aBrokenRuleIsNamed(String from, String to, String rule) {
        assertThat(rules(changed(from, to))).contains(rule);
    }

    @Test
    void twoLanguagesWithTheSameWordsAreOne() {
        String info = GOOD.substring(GOOD.indexOf("<info>"), GOOD.indexOf("</info>") + 7);
        String twice = GOOD.replace("</alert>", info.replace("zh-CN", "en") + "</alert>");

        assertThat(rules(twice)).containsExactly("sameWords");
        assertThat(rules(twice.replaceFirst("(?s)(.*)以上", "$1 or more"))).isEmpty();
    }

    @Test
    void everyFaultIsToldAtOnceWithItsLine() {
        String broken = GOOD.replace("Exercise", "Drill").replace("Met", "Rain").replace("Severe", "Bad");

        List<CapProblem> problems =
                CapReader.read(broken.getBytes(StandardCharsets.UTF_8)).problems();

        assertThat(problems).extracting(CapProblem::value).containsExactly("Drill", "Rain", "Bad");
        assertThat(problems).extracting(CapProblem::line).containsExactly(6, 13, 17);
    }

    @Test
    void noOutsideAddressIsOpened() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(300);
            String place = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
            for (String type : List.of(
                    "<!DOCTYPE alert SYSTEM \"" + place + "\">",
                    "<!DOCTYPE alert [<!ENTITY e SYSTEM \"" + place + "\">]>",
                    "<!DOCTYPE alert [<!ENTITY % p SYSTEM \"" + place + "\"> %p;]>")) {
                String hostile = GOOD.replace("<alert", type + "<alert").replace("暴雨橙色预警", "&e;");
                assertThat(rules(hostile)).hasSize(1).containsAnyOf("documentType", "notXml");
            }
            assertThat(isCalled(listener)).isFalse();
        }
    }

    private static boolean isCalled(ServerSocket listener) throws java.io.IOException {
        try {
            listener.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    @Test
    void entitiesThatGrowAreNotGrown() {
        String type = "<!DOCTYPE alert [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";

        assertThat(rules(GOOD.replace("<alert", type + "<alert").replace("暴雨橙色预警", "&b;")))
                .hasSize(1)
                .containsAnyOf("documentType", "notXml");
    }

    @Test
    void sizeAndDepthHaveLimits() {
        assertThat(rules(GOOD.replace("减少外出", "雨".repeat(CapReader.MAX_BYTES)))).containsExactly("tooLarge");
        assertThat(rules(GOOD.replace("减少外出", "<a>".repeat(50) + "</a>".repeat(50))))
                .containsExactly("tooMany");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "warning", "<alert>", "{\"alert\": 1}"})
    void whatIsNoMessageIsSaidToBeNone(String text) {
        assertThat(rules(text)).hasSize(1).containsAnyOf("notXml", "namespace");
    }

    @Test
    void aSignatureAtTheEndIsPassedOver() {
        String signed = GOOD.replace(
                "</alert>",
                "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo><X/></SignedInfo></Signature></alert>");

        assertThat(rules(signed)).isEmpty();
    }
}
