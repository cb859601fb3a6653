package org.tongxin.app.imports;

import java.util.Optional;
import org.tongxin.app.identity.Actor;

/** Kinds of lists that are made for one thing each, such as the sheet of an order. They stand on no page but that thing's own. */
public interface ImportKinds {

    /** The kind of that name, where the actor may send such a list. */
    Optional<ImportKind> find(Actor actor, String name);
}
