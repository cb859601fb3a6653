package org.tongxin.app.exercises;

/** How well a call was met, against what was expected. */
public enum Mark {
    MET,
    PARTLY,
    NOT
}
