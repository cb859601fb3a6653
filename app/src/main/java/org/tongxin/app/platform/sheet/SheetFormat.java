package org.tongxin.app.platform.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of file. */
public enum SheetFormat {
    CSV("text/csv; charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** Part of an address that takes either. */
    public static final String PATH = ".{format:csv|xlsx}";

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** By the end of a file's name. */
    public static Optional<SheetFormat> find(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending().equals(ending))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
