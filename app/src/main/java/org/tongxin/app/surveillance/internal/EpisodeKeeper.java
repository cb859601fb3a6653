package org.tongxin.app.surveillance.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.StreetNeighbours;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.surveillance.EpisodeOpened;
import org.tongxin.core.episode.Episode;
import org.tongxin.core.episode.Episodes;
import org.tongxin.core.episode.PlaceAlarm;

/**
 * Joins the new alarms of a day into episodes. Where they touch an open one they join it, and join it with others they
 * touch: the oldest keeps its number. Where they touch a true outbreak that is already closed they join that, and nobody
 * is called again. Else a new episode is opened.
 */
@Component
class EpisodeKeeper {

    private final NewAlarms alarms;
    private final EpisodeStore store;
    private final StreetNeighbours neighbours;
    private final Organisation organisation;
    private final Ids ids;
    private final Announcer announcer;

    EpisodeKeeper(
            NewAlarms alarms,
            EpisodeStore store,
            StreetNeighbours neighbours,
            Organisation organisation,
            Ids ids,
            Announcer announcer) {
        this.alarms = alarms;
        this.store = store;
        this.neighbours = neighbours;
        this.organisation = organisation;
        this.ids = ids;
        this.announcer = announcer;
    }

    /** To be called under the {@link EpisodeLock}. @param cause the event after which the day was looked at */
    void join(LocalDate day, EventFacts cause) {
        store.lapseUnfounded();
        Map<String, NewAlarms.Alarm> fresh = new HashMap<>();
        List<PlaceAlarm> places = new ArrayList<>();
        for (NewAlarms.Alarm alarm : alarms.of(day)) {
            fresh.put(alarm.key(), alarm);
            places.add(alarm.place());
        }
        if (places.isEmpty()) {
            return;
        }
        Map<String, Set<String>> touching = neighbours.all();
        Episodes relation = new Episodes(
                (one, other) -> touching.getOrDefault(one, Set.of()).contains(other), Episodes.GAP_DAYS);
        for (Episode group : relation.join(places)) {
            List<NewAlarms.Alarm> members = group.alarms().stream()
                    .map(alarm -> java.util.Objects.requireNonNull(fresh.get(alarm.key()), "put above"))
                    .toList();
            place(relation, group, members, day, cause);
        }
    }

    private void place(
            Episodes relation, Episode group, List<NewAlarms.Alarm> members, LocalDate day, EventFacts cause) {
        List<EpisodeStore.Member> touched =
                store.members(day.minusDays(Episodes.GAP_DAYS), day.plusDays(Episodes.GAP_DAYS)).stream()
                        .filter(member ->
                                group.alarms().stream().anyMatch(alarm -> relation.together(alarm, member.alarm())))
                        .toList();
        Set<UUID> open = episodes(touched, true);
        Set<UUID> known = episodes(touched, false);
        if (!open.isEmpty()) {
            grow(open, members);
        } else if (!known.isEmpty()) {
            store.add(known.iterator().next(), members);
        } else {
            begin(members, day, cause);
        }
    }

    /** Oldest first. */
    private static Set<UUID> episodes(List<EpisodeStore.Member> touched, boolean open) {
        Set<UUID> episodes = new LinkedHashSet<>();
        touched.stream().filter(member -> member.open() == open).forEach(member -> episodes.add(member.episode()));
        return episodes;
    }

    private void grow(Set<UUID> open, List<NewAlarms.Alarm> members) {
        UUID oldest = open.iterator().next();
        open.stream().skip(1).forEach(other -> store.merge(oldest, other));
        store.add(oldest, members);
    }

    private void begin(List<NewAlarms.Alarm> members, LocalDate day, EventFacts cause) {
        int number = store.nextNumber();
        String label = org.tongxin.app.surveillance.Episode.label(number);
        UUID id = ids.of("episode", label);
        NewAlarms.Alarm first = members.getFirst();
        long places = members.stream().map(NewAlarms.Alarm::areaPath).distinct().count();
        long leads = members.stream().map(NewAlarms.Alarm::lead).distinct().count();
        EventFacts facts = announcer.facts(
                EpisodeOpened.class,
                label,
                first.areaPath(),
                "system",
                cause.id(),
                Reason.of("episodeOpened", label, name(first.areaPath()), day, leads, places));
        store.open(id, number, day, facts.id());
        store.add(id, members);
        announcer.announce(new EpisodeOpened(facts, id, number));
    }

    private String name(String path) {
        return organisation
                .findArea(path)
                .map(area -> Reason.name(area.name(), area.nameEn()))
                .orElse(path);
    }
}
