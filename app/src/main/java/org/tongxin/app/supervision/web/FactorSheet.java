package org.tongxin.app.supervision.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.supervision.RiskFactor;

/**
 * The register as a file for a spreadsheet: UTF-8 with a byte order mark, and no cell that a spreadsheet would take for a
 * formula.
 */
@Component
class FactorSheet {

    private static final String FORMULA = "=+-@\t\r";
    private static final List<String> HEAD =
            List.of("number", "kind", "area", "what", "affected", "state", "ring", "solved", "due", "reported");

    private final MessageSource messages;

    FactorSheet(MessageSource messages) {
        this.messages = messages;
    }

    String of(List<RiskFactor> factors) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        StringWriter file = new StringWriter();
        file.write('\uFEFF');
        try (CsvWriter writer = CsvWriter.builder().build(file)) {
            writer.writeRecord(
                    HEAD.stream().map(name -> text("factors.col." + name)).toList());
            for (RiskFactor factor : factors) {
                writer.writeRecord(
                        row(factor, english).stream().map(FactorSheet::safe).toList());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory must be writable.", impossible);
        }
        return file.toString();
    }

    private List<String> row(RiskFactor factor, boolean english) {
        return List.of(
                factor.number(),
                text("factors.kind." + factor.kind()),
                english ? factor.areaNameEn() : factor.areaName(),
                factor.description(),
                text("factors.affected." + factor.affected()),
                text("factors.state." + factor.state()),
                text("word." + factor.ring()),
                factor.solvedRing() == null ? "" : text("word." + factor.solvedRing()),
                factor.dueDay().toString(),
                factor.reportedAt().toString());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    static String safe(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
