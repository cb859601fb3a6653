package org.tongxin.app.dispatch.duty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Outcome;

/** The table of what each kind of duty asks, and which kinds are dangerous. Thread-safe. */
@Service
public class DutyNotices {

    private static final int LONGEST_CHINESE = 200;
    private static final int LONGEST_ENGLISH = 400;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Organisation organisation;

    DutyNotices(JdbcClient jdbc, Audit audit, Organisation organisation) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.organisation = organisation;
    }

    public List<DutyNotice> list() {
        return jdbc.sql("select * from duty_notice order by dangerous desc, kind")
                .query(DutyNotice.class)
                .list();
    }

    public Optional<DutyNotice> find(String kind) {
        return jdbc.sql("select * from duty_notice where kind = ?")
                .param(kind)
                .query(DutyNotice.class)
                .optional();
    }

    /** Stores new words. Refused: I-003, D-047, D-049 where somebody else changed it since {@code notice.version()}. */
    @Transactional
    public Outcome<DutyNotice> change(Actor actor, DutyNotice notice) {
        if (actor.role() != Role.DUTY_OFFICER
                || !actor.covers(organisation.district().path())) {
            return Outcome.refused("I-003");
        }
        if (!fits(LONGEST_CHINESE, notice.work(), notice.risk(), notice.protection())
                || !fits(LONGEST_ENGLISH, notice.workEn(), notice.riskEn(), notice.protectionEn())) {
            return Outcome.refused("D-047", LONGEST_CHINESE, LONGEST_ENGLISH);
        }
        if (store(notice) == 0) {
            return Outcome.refused("D-049");
        }
        audit.record(actor, "duty.notice", "notice:" + notice.kind(), Map.of("dangerous", notice.dangerous()));
        return Outcome.accepted(find(notice.kind()).orElseThrow());
    }

    private static boolean fits(int longest, String... texts) {
        return Stream.of(texts).allMatch(text -> !text.isBlank() && text.length() <= longest);
    }

    private int store(DutyNotice notice) {
        return jdbc.sql("update duty_notice set dangerous = ?, work = ?, work_en = ?, risk = ?, risk_en = ?,"
                        + " protection = ?, protection_en = ?, version = version + 1 where kind = ? and version = ?")
                .params(
                        notice.dangerous(),
                        notice.work(),
                        notice.workEn(),
                        notice.risk(),
                        notice.riskEn(),
                        notice.protection(),
                        notice.protectionEn(),
                        notice.kind(),
                        notice.version())
                .update();
    }
}
