package org.tongxin.app.imports;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.platform.PersonalFields;

/** Rows wait a day at most, whatever list they are of. */
@Component
class ImportPersonalFields implements PersonalFields {

    @Override
    public List<PersonalField> fields() {
        return List.of(
                PersonalField.withOwnDate("import_row", List.of("cells", "arguments"), "LIST_BEFORE_IT_IS_TAKEN"));
    }
}
