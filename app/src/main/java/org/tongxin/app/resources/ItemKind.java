package org.tongxin.app.resources;

/** What an item is for. */
public enum ItemKind {
    PROTECTION,
    TEST,
    MEDICINE,
    DISINFECTION,
    FOOD,
    INFANT,
    DAILY,
    EQUIPMENT
}
