package org.tongxin.app.resources;

/**
 * The order in which goods are carried. Medical goods and protection come first (Public Health Emergency Response Law,
 * art. 45, as the district's playbook reads it); what people live on comes second; the rest third. Suggested values.
 */
public enum TransportPriority {
    FIRST,
    SECOND,
    THIRD;

    /** The article behind the first level, as it is printed on a pass. */
    public static final String BASIS = "《突发公共卫生事件应对法》第45条";

    /** The level of an item by what it is for. */
    public static TransportPriority of(ItemKind kind) {
        return switch (kind) {
            case PROTECTION, TEST, MEDICINE -> FIRST;
            case FOOD, INFANT, DISINFECTION -> SECOND;
            case DAILY, EQUIPMENT -> THIRD;
        };
    }
}
