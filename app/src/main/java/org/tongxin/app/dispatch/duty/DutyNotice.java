package org.tongxin.app.dispatch.duty;

import java.util.Locale;

/**
 * What a kind of duty asks of those who do it.
 *
 * @param kind kind of a post or of an urgent call
 * @param dangerous whether it takes training, insurance and having read the risks
 */
public record DutyNotice(
        String kind,
        boolean dangerous,
        String work,
        String workEn,
        String risk,
        String riskEn,
        String protection,
        String protectionEn,
        int version) {

    public String work(Locale locale) {
        return chosen(locale, work, workEn);
    }

    public String risk(Locale locale) {
        return chosen(locale, risk, riskEn);
    }

    public String protection(Locale locale) {
        return chosen(locale, protection, protectionEn);
    }

    private static String chosen(Locale locale, String chinese, String english) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
    }
}
