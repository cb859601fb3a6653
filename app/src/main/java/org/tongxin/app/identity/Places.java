package org.tongxin.app.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Names of areas; the module that knows the areas implements this. */
public interface Places {

    /** One area. */
    record Place(String path, String name, String nameEn) {}

    /** Those of these code paths that there are, by path. */
    Map<String, Place> find(Collection<String> paths);

    /** The area itself and the ring below it, in code order: what a form offers. */
    List<Place> offered(String territory);
}
