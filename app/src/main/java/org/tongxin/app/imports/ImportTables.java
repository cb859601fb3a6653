package org.tongxin.app.imports;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.OwnedTables;

@Component
class ImportTables implements OwnedTables {

    @Override
    public List<String> names() {
        return List.of("import_row", "import_file");
    }
}
