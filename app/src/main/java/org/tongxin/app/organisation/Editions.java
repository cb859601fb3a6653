package org.tongxin.app.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Outcome;

/**
 * Published lists of units and what they change here. Nobody is guessed: of each unit that the list no longer has, the
 * administrator says which code goes on with it before anything changes; then all changes are made at once, or none. A unit keeps its
 * id, its data and its readers whatever its code. Thread-safe.
 */
public interface Editions {

    /** Whether the actor prepares and applies editions. */
    boolean keeps(Actor actor);

    /** Newest first. */
    List<Edition> list();

    Optional<Edition> find(String number);

    /** In the order of the codes. */
    List<EditionChange> changes(Edition edition);

    /** By unit that ends: how many records stand there that have to go on elsewhere. */
    Map<UUID, Integer> standing(List<EditionChange> changes);

    /**
     * Compares a file (see {@code docs/guide/editions.md}) with the units of the district, and changes nothing else. Where no district
     * stands yet, the file is its first list: all units of the district that the settings name are added.
     * Refused: I-003, B-001 to B-011, U-001 to U-003, U-004 for fewer than half of the units, U-005 while another edition is open,
     * U-010 for a title that is missing or too long, U-011 where nothing differs.
     *
     * @param asOf the day for which the list was published
     * @return the number of the edition
     */
    Outcome<String> upload(Actor actor, String title, LocalDate asOf, byte[] file);

    /**
     * Says what goes on with units that end.
     * Refused: I-003, U-006 after a change by somebody else, U-007 for a code that is not in the edition, of another ring, or ends
     * itself, or that two units were to become.
     *
     * @param goesOn by change; an empty code for none
     */
    Outcome<String> decide(Actor actor, Edition edition, Map<UUID, String> goesOn, int version);

    /**
     * Makes the units as the edition says, in one transaction.
     * Refused: I-003, U-006, U-008 where a unit ends with records that have nowhere to go on, or nobody has said, U-009 where one ends
     * with unfinished tasks or needs.
     */
    Outcome<String> apply(Actor actor, Edition edition, int version);

    /** Puts a proposed edition aside. Refused: I-003, U-006. */
    Outcome<String> discard(Actor actor, Edition edition, int version);

    /** A unit's codes and names before, newest first. */
    List<PastName> past(UUID unit);

    /** A unit by a code that it had before. */
    Optional<Area> findByFormerCode(String code);

    /** When a unit ended and what goes on with it; empty for one that stands. */
    Optional<Ending> ending(UUID unit);

    /** The end of a unit. @param successor {@code null} where nothing stood there */
    record Ending(
            LocalDate on,
            @Nullable String successor,
            @Nullable String name,
            @Nullable String nameEn) {}

    /** What a unit was called. @param until the day of the edition that changed it */
    record PastName(String code, String name, String nameEn, LocalDate until, String edition) {}
}
