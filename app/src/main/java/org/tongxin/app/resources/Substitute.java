package org.tongxin.app.resources;

/** What can stand in. @param standsFor how many base units of {@code forCode} one base unit of {@code itemCode} stands for */
public record Substitute(String itemCode, String forCode, int standsFor) {}
