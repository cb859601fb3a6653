package org.tongxin.app.platform;

import java.util.List;

/** The personal fields of a module. Each module declares its own; a column that looks personal and is not declared fails a test. */
public interface PersonalFields {

    List<PersonalField> fields();
}
