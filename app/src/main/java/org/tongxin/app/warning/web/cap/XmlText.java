package org.tongxin.app.warning.web.cap;

/** Texts in XML 1.0. */
final class XmlText {

    private XmlText() {}

    /** A text without the characters that XML 1.0 cannot hold; one of them would make a whole file unreadable. */
    static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isAllowed).forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
