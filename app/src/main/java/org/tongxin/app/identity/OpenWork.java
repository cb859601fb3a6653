package org.tongxin.app.identity;

/** What is still to be done in a territory; a module that gives work by territory implements this. */
public interface OpenWork {

    /** How much is open, which stays with the territory when its post changes hands. */
    int count(String territory);
}
