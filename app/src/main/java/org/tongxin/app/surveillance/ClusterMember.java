package org.tongxin.app.surveillance;

/** A street of a cluster. @param km from the centre of the cluster */
public record ClusterMember(
        String areaPath, String areaName, String areaNameEn, double km, int observed, double expected) {}
