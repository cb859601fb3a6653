package org.tongxin.app.protection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for what makes work leave traces for their own sake: points, rankings and time online of people, photographs that
 * have to be taken, positions of those who work. It knows names, not meanings: what it finds is either a mistake or goes
 * on the list of exceptions with the reason.
 */
final class TraceScan {

    /** Parts of column names that speak of such traces. */
    private static final Set<String> TRACES = Set.of(
            "score",
            "scores",
            "scored",
            "points",
            "rank",
            "ranks",
            "ranking",
            "star",
            "stars",
            "badge",
            "credit",
            "credits",
            "latitude",
            "longitude",
            "lat",
            "lon",
            "lng",
            "gps",
            "geo",
            "location",
            "track",
            "tracks",
            "trajectory",
            "route",
            "photo",
            "photos",
            "photograph",
            "image",
            "picture",
            "selfie",
            "face",
            "online",
            "seen",
            "heartbeat",
            "idle",
            "steps",
            "积分",
            "排名");

    private static final Pattern WORDS = Pattern.compile(
            "积分|排名|排行|打分|打卡|在线时长|步数|人脸|自拍|leaderboard|\\branking\\b|\\bselfie\\b|time online|check[- ]in points",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, Pattern> IN_PAGES = new TreeMap<>(
            Map.of(
                    "position",
                            Pattern.compile(
                                    "geolocation|getCurrentPosition|watchPosition|DeviceMotion|DeviceOrientation"),
                    "camera", Pattern.compile("getUserMedia|ImageCapture|mediaDevices"),
                    "time online", Pattern.compile("sendBeacon|visibilitychange|IdleDetector"),
                    "photograph",
                            Pattern.compile(
                                    "<input(?=[^>]*type=[\"']file)(?=[^>]*(?:accept=[\"'][^\"']*(?:image|\\.jpe?g|\\.png|\\.heic)|\\scapture[\\s=>/]))[^>]*>")));

    private TraceScan() {}

    /** Columns whose names speak of a trace. @param columns {@code table.column} */
    static List<String> columns(Iterable<String> columns) {
        List<String> found = new ArrayList<>();
        for (String column : columns) {
            String name = column.substring(column.indexOf('.') + 1);
            if (Arrays.stream(name.split("_")).anyMatch(TRACES::contains)) {
                found.add(column);
            }
        }
        return found;
    }

    /** What a template or a script does, as {@code name: kind}. */
    static List<String> page(String name, String text) {
        List<String> found = new ArrayList<>();
        IN_PAGES.forEach((kind, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                found.add(name + ": " + kind);
            }
        });
        return found;
    }

    /** Words of a sentence that speak of a trace. */
    static List<String> words(String sentence) {
        return WORDS.matcher(sentence).results().map(MatchResult::group).toList();
    }
}
