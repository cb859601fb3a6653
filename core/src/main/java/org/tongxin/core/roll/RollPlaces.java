package org.tongxin.core.roll;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds building and room in a line. */
final class RollPlaces {

    private static final String ROOMS =
            "(\\d{3,4})(?!\\d|\\s*[人份户箱位袋斤盒个])(?:\\s*(?:-|~|至|到)\\s*(\\d{3,4})(?!\\d))?((?:\\s*[、,和及/]\\s*\\d{3,4}(?!\\d|\\s*[份个袋斤人]))*)\\s*(?:室|号房|号|房)?";

    /** With a lane, building, entrance and room; what is missing from the left is not written in a small compound. */
    private static final Pattern FULL = Pattern.compile(
            "(?:\\d{1,4}弄\\s*)?([A-Za-z]?\\d{1,3})\\s*(?:号楼|号|栋|幢|座|#|楼|-)\\s*(?:(\\d{1,2}|[一二三四五六七八九])\\s*(?:单元|门|-)\\s*)?(?:\\d{1,2}\\s*[楼层]\\s*)?"
                    + ROOMS);

    private static final Pattern LETTERED = Pattern.compile("(?<![A-Za-z])([A-Za-z])(?:座|栋|-)?\\s*" + ROOMS);

    /** A building, with its entrance where one is named. */
    private static final Pattern BUILDING =
            Pattern.compile("(?<!\\d)([A-Za-z]?\\d{1,3}|[A-Z])\\s*(?:号楼|号院|栋|幢|座|#)(?:\\s*(\\d{1,2})\\s*单元)?"
                    + "|^\\s*()?(\\d{1,3})\\s*(?:号(?![码线])|单元)");

    private static final Pattern BUILDINGS =
            Pattern.compile("(\\d{1,3})\\s*(?:号楼|栋|幢|号)?\\s*[-~至到]\\s*(\\d{1,3})\\s*(?:号楼|栋|幢)(?!\\s*\\d{3})");

    /** Several buildings of which one amount is said: 3、5、7号楼. */
    private static final Pattern BUILDING_LIST = Pattern.compile(
            "(?<!\\d)(\\d{1,3}\\s*(?:号楼|栋|幢|#)?(?:\\s*[、,和及与/]\\s*\\d{1,3}\\s*(?:号楼|栋|幢|#)?){0,9}\\s*[、,和及与/]\\s*\\d{1,3})\\s*(?:号楼|栋|幢|#)(?!\\s*\\d{3})");

    /** Building or floor? */
    private static final Pattern FLOOR = Pattern.compile("^\\s*(\\d{1,2}[楼层])");

    private static final Pattern COMMUNITY = Pattern.compile("^\\s*(\\p{IsHan}{1,8}?(?:社区|小区|新村|家园|花园|居委会|村|苑))");

    private static final Pattern ROOM =
            Pattern.compile("(?<![\\d.+xX*])" + "(\\d{3,4})(?:\\s*(?:-|~|至|到)\\s*(\\d{3,4}))?()\\s*(?:室|房)");
    private static final Pattern BARE = Pattern.compile("^()(\\d{3,4})(?=\\s|$|[,，。:：])");

    private RollPlaces() {}

    /**
     * A place in a line.
     *
     * @param start and {@code end} where it stands
     * @param building that one is named, with or without a room
     * @param sure that it can be nothing else
     */
    record Found(String place, int households, int start, int end, boolean building, boolean sure) {}

    static Optional<Found> find(String line) {
        Matcher buildings = BUILDINGS.matcher(line);
        if (buildings.find()) {
            String from = buildings.group(1) + "~" + buildings.group(2);
            return Optional.of(new Found(from, 1, buildings.start(), buildings.end(), true, false));
        }
        Matcher list = BUILDING_LIST.matcher(line);
        if (list.find()) {
            String each = String.join("、", list.group(1).split("\\D+"));
            return Optional.of(new Found(each, 1, list.start(), list.end(), true, false));
        }
        Matcher full = FULL.matcher(line);
        if (full.find()) {
            String door = full.group(2) == null ? "" : "-" + digits(full.group(2));
            return Optional.of(found(full, full.group(1).toUpperCase(Locale.ROOT) + door + "-", 3));
        }
        Matcher lettered = LETTERED.matcher(line);
        if (lettered.find()) {
            return Optional.of(found(lettered, lettered.group(1).toUpperCase(Locale.ROOT) + "-", 2));
        }
        Matcher building = BUILDING.matcher(line);
        if (building.find()) {
            String number = building.group(1) == null ? building.group(4) : building.group(1);
            String door = building.group(2) == null ? "" : "-" + building.group(2);
            return Optional.of(new Found(number + door, 1, building.start(), building.end(), true, true));
        }
        Matcher room = ROOM.matcher(line);
        if (room.find()) {
            return Optional.of(found(room, "", 1));
        }
        return Stream.of(named(BARE, 2, line, true), named(COMMUNITY, 1, line, true), named(FLOOR, 1, line, false))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Found> named(Pattern pattern, int group, String line, boolean sure) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find()
                ? Optional.of(new Found(matcher.group(group), 1, matcher.start(), matcher.end(), false, sure))
                : Optional.empty();
    }

    private static String digits(String entrance) {
        int word = "零一二三四五六七八九".indexOf(entrance.charAt(0));
        return word > 0 ? Integer.toString(word) : entrance;
    }

    /** @param group of the first room; the next two hold the end of a range and further rooms */
    private static Found found(Matcher matcher, String before, int group) {
        String room = matcher.group(group);
        String last = matcher.group(group + 1);
        long more = Stream.of(matcher.group(group + 2).split("\\D+"))
                .filter(text -> !text.isEmpty())
                .count();
        int rooms = last == null
                ? 1
                : (int) IntStream.rangeClosed(Integer.parseInt(room), Integer.parseInt(last))
                        .count();
        String shown = before + room + (last == null ? "" : "~" + last);
        return new Found(shown, Math.max(1, rooms) + (int) more, matcher.start(), matcher.end(), group > 1, true);
    }
}
