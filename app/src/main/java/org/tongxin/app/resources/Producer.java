package org.tongxin.app.resources;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Who can make something in the district.
 *
 * @param perDay base units a day with nothing in the way
 * @param blocked of these, what open blocks keep away; never more than {@code perDay}
 * @param contact an office and its public number, never a person
 * @param checkedOn when the figures were last checked
 */
public record Producer(
        UUID id,
        String name,
        String nameEn,
        String areaPath,
        String areaName,
        String areaNameEn,
        String itemCode,
        String itemName,
        String itemNameEn,
        String unit,
        String unitEn,
        long perDay,
        long blocked,
        String contact,
        LocalDate checkedOn,
        boolean scenario) {

    public long running() {
        return perDay - blocked;
    }
}
