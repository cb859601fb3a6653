package org.tongxin.cli;

import org.tongxin.core.allocation.ShiftProblem;
import org.tongxin.core.allocation.SupplyProblem;

/** What there is to allocate. */
sealed interface DispatchInstance {

    /** The word for it in files. */
    String kind();

    /** People to posts, perhaps with changes. */
    record People(PeopleInstance instance) implements DispatchInstance {
        @Override
        public String kind() {
            return instance.kind();
        }
    }

    /** Goods to communities. */
    record Supply(SupplyProblem problem) implements DispatchInstance {
        @Override
        public String kind() {
            return "supply";
        }
    }

    /** People to the shifts of some days. */
    record Shift(ShiftProblem problem) implements DispatchInstance {
        @Override
        public String kind() {
            return "shift";
        }
    }
}
