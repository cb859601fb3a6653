package org.tongxin.app.forms.web;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongxin.app.forms.Address;
import org.tongxin.app.forms.FormMapping.Block;

/** Lines of forms as a spreadsheet names them: {@code ${@formtext.totals(block)}}. */
@Component("formtext")
class FormText {

    /** Lines that add up, with commas between; empty for none. */
    public String totals(Block block) {
        return block.totals().stream()
                .map(line -> block.across() ? Address.letters(line) : Integer.toString(line + 1))
                .collect(Collectors.joining(", "));
    }
}
