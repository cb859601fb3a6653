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
            "(\\d{3,4})(?:\\s*(?:-|~|至|到)\\s*(\\d{3,4})(?!\\d))?((?:\\s*[、,和及/]\\s*\\d{3,4}(?!\\d|\\s*[份个袋斤人]))*)\\s*(?:室|号房|号|房)?";

    /** With a lane, building, entrance and room; what is missing from the left is not written in a small compound. */
    private static final Pattern FULL = Pattern.compile(
            "(?:\\d{1,4}弄\\s*)?([A-Za-z]?\\d{1,3})\\s*(?:号楼|号|栋|幢|座|#|楼|-)\\s*(?:(\\d{1,2}|[一二三四五六七八九])\\s*(?:单元|门|-)\\s*)?(?:\\d{1,2}\\s*[楼层]\\s*)?"
                    + ROOMS);

    private static final Pattern LETTERED = Pattern.compile("(?<![A-Za-z])([A-Za-z])(?:座|栋|-)?\\s*" + ROOMS);
    private static final Pattern BUILDING = Pattern.compile("([A-Za-z]?\\d{1,3}|[A-Z])\\s*(?:号楼|栋|幢|座|单元)(?!\\s*\\d)");
    private static final Pattern ROOM =
            Pattern.compile("(?<![\\d.+xX*])" + "(\\d{3,4})(?:\\s*(?:-|~|至|到)\\s*(\\d{3,4}))?()\\s*(?:室|房)");
    private static final Pattern BARE = Pattern.compile("^()(\\d{3,4})(?=\\s|$|[,，。:：])");

    private RollPlaces() {}

    /** A place in a line. @param start and @param end where it stands */
    record Found(String place, int households, int start, int end) {}

    static Optional<Found> find(String line) {
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
            return Optional.of(new Found(building.group(1), 1, building.start(), building.end()));
        }
        Matcher room = ROOM.matcher(line);
        if (room.find()) {
            return Optional.of(found(room, "", 1));
        }
        Matcher bare = BARE.matcher(line);
        return bare.find() ? Optional.of(new Found(bare.group(2), 1, bare.start(), bare.end())) : Optional.empty();
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
        return new Found(shown, Math.max(1, rooms) + (int) more, matcher.start(), matcher.end());
    }
}
