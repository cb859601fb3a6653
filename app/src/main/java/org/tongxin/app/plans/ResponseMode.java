package org.tongxin.app.plans;

/** The three response modes of the study. */
public enum ResponseMode {
    /** 统筹引领: one leading organisation cuts the work into parts. */
    LEAD_AND_COORDINATE("lead-and-coordinate"),
    /** 共治+: partners on an equal footing, the community at the centre. */
    CO_GOVERNANCE_PLUS("co-governance-plus"),
    /** 三建融合: three networks in one mechanism. */
    THREE_NETWORKS("three-networks");

    private final String file;

    ResponseMode(String file) {
        this.file = file;
    }

    /** Name of the playbook's file. */
    public String file() {
        return file;
    }
}
