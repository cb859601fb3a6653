package org.tongxin.app.resources;

import org.jspecify.annotations.Nullable;

/**
 * Something the district keeps, asks for and gives.
 *
 * @param code 2 to 24 capitals, digits or hyphens
 * @param unit the base unit in which it is counted, always whole
 * @param shelfDays days from making to expiry; {@code null} where it does not expire
 * @param scenario true where the scenario made it up
 */
public record Item(
        String code,
        String name,
        String nameEn,
        ItemKind kind,
        String unit,
        String unitEn,
        @Nullable Integer shelfDays,
        boolean scenario) {}
