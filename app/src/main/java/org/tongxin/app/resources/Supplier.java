package org.tongxin.app.resources;

import java.util.UUID;

/** Who sells. @param contact an office and its public number, never a person */
public record Supplier(UUID id, String name, String nameEn, String contact, String areaPath, boolean scenario) {}
