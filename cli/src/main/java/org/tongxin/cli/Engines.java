package org.tongxin.cli;

import java.util.Optional;
import java.util.ServiceLoader;
import org.tongxin.core.allocation.PlanEngine;

/** Finds the engine that may stand on the class path. */
final class Engines {

    private Engines() {}

    /** The engine, where there is one. */
    static Optional<PlanEngine> find() {
        return ServiceLoader.load(PlanEngine.class).findFirst();
    }

    /** @param what needs it, in words */
    static PlanEngine require(String what) {
        return find().orElseThrow(
                        () -> new BadInput("This instance needs the module solver, which is not on the class path: "
                                + what
                                + ". Build it with mvn -pl core,cli,solver package; bin/tongxin then finds it. People,"
                                + " and goods whose depots' capacity does not bind, need no such module."));
    }
}
