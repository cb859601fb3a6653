package org.tongxin.app.resources;

/** A larger unit of an item. @param factor base units in one of it, from 2 */
public record ItemUnit(String itemCode, String name, String nameEn, long factor) {}
