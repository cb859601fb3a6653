package org.tongxin.app.dispatch.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.dispatch.Assignment;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.dispatch.PenaltyTable;
import org.tongxin.app.dispatch.PlanRepair;
import org.tongxin.app.dispatch.Weeks;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;

/** Words of the board in the reader's language: {@code ${@dispatchtext.why(assignment)}}. */
@Component("dispatchtext")
class DispatchText {

    private final MessageSource messages;

    DispatchText(MessageSource messages) {
        this.messages = messages;
    }

    public String name(String chinese, String english) {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") && !english.isBlank() ? english : chinese;
    }

    /** A person's name for who has to call them, else only what kind of helper it is. */
    public String person(Actor reader, Assignment assignment) {
        return seesNames(reader) ? assignment.personName() : kind(assignment.volunteer());
    }

    /** Candidates live all over the district: only its duty officer reads their names. */
    public String person(Actor reader, Dispatch.Option option) {
        return reader.role() == Role.DUTY_OFFICER ? option.name() : kind(option.volunteer());
    }

    /** Likewise of somebody who must rest. */
    public String person(Actor reader, Dispatch.Resting resting) {
        return reader.role() == Role.DUTY_OFFICER ? resting.name() : kind(resting.volunteer());
    }

    static boolean seesNames(Actor reader) {
        return reader.role() == Role.DUTY_OFFICER
                || reader.role() == Role.STREET_WORKER
                || reader.role() == Role.COMMUNITY_WORKER;
    }

    public String kind(boolean volunteer) {
        return text(volunteer ? "dispatch.kind.volunteer" : "dispatch.kind.posted");
    }

    /** Why this person stands here. */
    public String why(Assignment assignment) {
        String rank = assignment.rank() == 1
                ? text("dispatch.why.nearest", assignment.eligible())
                : text("dispatch.why.rank", assignment.eligible(), assignment.rank());
        return assignment.nearerElsewhere() == 0
                ? rank
                : rank + text("dispatch.why.elsewhere", assignment.nearerElsewhere());
    }

    /** What a candidate would do to the whole plan. */
    public String effect(Dispatch.Option option) {
        return effect(option.effect());
    }

    /** What a change does to the whole plan, in metres and penalties; nothing below a metre. */
    public String effect(long effect) {
        if (effect == 0) {
            return text("dispatch.effect.none");
        }
        if (effect < 0) {
            return text("dispatch.effect.fewer", -effect);
        }
        if (effect >= PenaltyTable.MOVE) {
            return text("dispatch.effect.dearer", effect);
        }
        return text("dispatch.effect.metres", effect);
    }

    /** What a change does, in people moved and metres. */
    public String change(Dispatch.WhatIf whatIf) {
        int moved = whatIf.after().moved() - whatIf.before().moved();
        long metres = whatIf.after().metres() - whatIf.before().metres();
        return text(metres < 0 ? "dispatch.whatIf.fewer" : "dispatch.whatIf.more", moved, Math.abs(metres));
    }

    /** How a place was filled again, told by posts. */
    public String repair(PlanRepair repair) {
        if (repair.steps().isEmpty()) {
            return text("dispatch.repair.nobody");
        }
        List<String> steps = repair.steps().stream().map(this::step).toList();
        String said = String.join(text("dispatch.repair.and"), steps);
        return repair.filled() ? said : said + text("dispatch.repair.stillShort");
    }

    /** Why places of a week stay empty. */
    public String whyEmpty(Weeks.Missing missing) {
        if (missing.listed() == 0) {
            return text("dispatch.week.why.nobody", missing.missing());
        }
        List<String> parts = new ArrayList<>();
        add(parts, "busy", missing.busy());
        add(parts, "resting", missing.resting());
        add(parts, "fullWeek", missing.fullWeek());
        add(parts, "dear", missing.dear());
        return text(
                "dispatch.week.why",
                missing.missing(),
                missing.listed(),
                String.join(text("dispatch.week.why.and"), parts));
    }

    private void add(List<String> parts, String kind, int people) {
        if (people > 0) {
            parts.add(text("dispatch.week.why." + kind, people));
        }
    }

    /** One person's change. */
    public String step(PlanRepair.Step step) {
        String to = step.to() == null ? "" : name(step.to().name(), step.to().nameEn());
        String from =
                step.from() == null ? "" : name(step.from().name(), step.from().nameEn());
        if (step.to() == null) {
            return text("dispatch.repair.released", from);
        }
        return step.from() == null ? text("dispatch.repair.free", to) : text("dispatch.repair.moved", from, to);
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
