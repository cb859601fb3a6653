package org.tongxin.app.resources;

/** A record with a state, which an actor has seen in one version. */
interface Standing {

    String number();

    Enum<?> state();

    int version();
}
