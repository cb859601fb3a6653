package org.tongxin.app.identity;

/**
 * Somebody at the door.
 *
 * @param mustChange whether a one-time password was used, so that nothing but choosing a password is open
 * @param waiting whether a second person has yet to confirm who holds this post, so that nothing but the own password is open
 * @param credential number of the password of this moment; a session that came in with another one is over
 */
public record Access(Actor actor, boolean mustChange, boolean waiting, int credential) {}
