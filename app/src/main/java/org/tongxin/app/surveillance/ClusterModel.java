package org.tongxin.app.surveillance;

/** How a scan knows what to expect. */
public enum ClusterModel {
    /** Place and day have nothing to do with each other: places named in the notices. */
    PERMUTATION,
    /** Each clinic and day has the expectation of its detector: visits to fever clinics. */
    EXPECTATION
}
