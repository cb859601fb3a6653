package org.tongxin.app.resources.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.resources.Forecast;
import org.tongxin.app.resources.ForecastDay;
import org.tongxin.app.resources.Needs;
import org.tongxin.app.resources.Shelf;

/** Names, quantities and amounts as pages of supplies write them: {@code ${@supplies.amount(...)}}. Thread-safe. */
@Component("supplies")
class SuppliesText {

    private static final int FEN = 2;

    private final MessageSource messages;

    SuppliesText(MessageSource messages) {
        this.messages = messages;
    }

    /** Why something is needed, as it was written; what the system knows by a code in words. */
    public String why(String why) {
        return why.startsWith(Needs.CALLED)
                ? messages.getMessage(
                        "supplies.why.called",
                        new Object[] {why.substring(Needs.CALLED.length())},
                        LocaleContextHolder.getLocale())
                : why;
    }

    public String name(String chinese, String english) {
        return english() ? english : chinese;
    }

    /** Names of sources, each once, with commas. */
    public String names(List<Shelf> sources) {
        return sources.stream()
                .map(source -> name(source.holderName(), source.holderNameEn()))
                .distinct()
                .collect(Collectors.joining(english() ? ", " : "\u3001"));
    }

    /** {@code 1,200}. */
    public String count(long number) {
        return format("#,##0").format(number);
    }

    /** {@code 1,200} of a figure that need not be whole. */
    public String rounded(double number) {
        return count(Math.round(number));
    }

    /** {@code 1,200 (800–2,000)}: the sums of the first days, the median and the ends of the nine tenths. */
    public String expected(Forecast forecast, int days) {
        return rounded(forecast.sum(days, ForecastDay::median)) + " (" + rounded(forecast.sum(days, ForecastDay::low90))
                + "\u2013" + rounded(forecast.sum(days, ForecastDay::high90)) + ")";
    }

    /** {@code 1,200只}, {@code 1,200 pcs}. */
    public String amount(long number, String unit, String unitEn) {
        return english() ? count(number) + " " + unitEn : count(number) + unit;
    }

    /** {@code +30}, {@code −30}. */
    public String change(long number) {
        return (number > 0 ? "+" : "\u2212") + count(Math.abs(number));
    }

    /** {@code 1,250.50}. */
    public String yuan(long fen) {
        return format("#,##0.00").format(BigDecimal.valueOf(fen, FEN));
    }

    /** {@code 3.4}; a dash where a position is unknown. */
    public String kilometres(@Nullable Double kilometres) {
        return kilometres == null ? "\u2014" : format("0.0").format(kilometres);
    }

    /** {@code 52.3%} of a part of one; never rounded up to all of it. */
    public String percent(double part) {
        return new BigDecimal(100 * part)
                        .setScale(1, java.math.RoundingMode.DOWN)
                        .toPlainString() + "%";
    }

    /** {@code 0.861}. */
    public String index(double value) {
        return format("0.000").format(value);
    }

    /** {@code 3.4} kilometres of so many metres. */
    public String inKilometres(double metres) {
        return format("#,##0.0").format(metres / 1_000);
    }

    /** What makes the form that is drawn now one request, however often it is sent. */
    public String key() {
        return UUID.randomUUID().toString();
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
