package org.tongxin.app.resources;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a supplier has promised to deliver and at what price.
 *
 * @param priceFen per base unit, in hundredths of a yuan
 * @param perDay most base units ordered in one day
 * @param total most base units over the whole validity
 * @param leadDays days from order to arrival
 * @param ordered base units ordered so far, cancelled ones left out
 * @param orderedToday of these, on the district's present day
 */
public record Agreement(
        UUID id,
        String number,
        UUID supplierId,
        String supplierName,
        String supplierNameEn,
        String contact,
        String itemCode,
        String itemName,
        String itemNameEn,
        String unit,
        String unitEn,
        long priceFen,
        long perDay,
        long total,
        int leadDays,
        LocalDate validFrom,
        LocalDate validTo,
        long ordered,
        long orderedToday) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }

    /** What may be ordered today. */
    public long leftToday() {
        return Math.max(0, Math.min(perDay - orderedToday, total - ordered));
    }
}
