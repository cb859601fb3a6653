package org.tongxin.app.identity;

/** One who may be played in a demonstration, with the post held now. */
public record DemonstrationLogin(String login, String name, Role role, String title, String areaPath) {}
