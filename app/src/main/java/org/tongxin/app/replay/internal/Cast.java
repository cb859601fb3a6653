package org.tongxin.app.replay.internal;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;

/** Who acts: scripted persons, who never log in, and the people whose day a visitor may take over. All are made up. */
@Component
class Cast {

    static final String ANALYST = "script.analyst";
    static final String DUTY = "script.duty";
    static final String SIGNATORY = "script.signatory";
    static final String STREETS = "script.streets";
    static final String COMMUNITIES = "script.communities";
    static final String FEED = "script.feed";
    static final String UNITS = "script.units";
    /** Sits at the desk of the university. */
    static final String UNIVERSITY = "gaoyuan";

    private static final String DISTRICT = "310115";
    private static final String STREET = "310115105";
    private static final String OTHER_STREET = "310115130";
    private static final Instant SINCE = Instant.parse("2022-03-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2022-12-31T00:00:00Z");

    private final Accounts accounts;

    Cast(Accounts accounts) {
        this.accounts = accounts;
    }

    void engage(List<Area> communities) {
        script(ANALYST, "脚本疾控员", Role.CDC_ANALYST);
        script(DUTY, "脚本值班员", Role.DUTY_OFFICER);
        script(SIGNATORY, "脚本签发人", Role.SIGNATORY);
        script(STREETS, "脚本街镇", Role.STREET_WORKER);
        script(COMMUNITIES, "脚本居村", Role.COMMUNITY_WORKER);
        script(FEED, "公开数据回放", Role.REPORTER);
        String community = firstOf(communities, STREET);
        person("chenli", "陈立", Role.DUTY_OFFICER, DISTRICT, "区指挥部值班员");
        person("zhoumin", "周敏", Role.SIGNATORY, DISTRICT, "区政府签发人");
        person("heqing", "何清", Role.CDC_ANALYST, DISTRICT, "区疾控研判员");
        person("wangmin", "王敏", Role.STREET_WORKER, STREET, "北蔡镇值班岗");
        person("lina", "李娜", Role.COMMUNITY_WORKER, community, "北蔡镇社区工作者");
        person("sunping", "孙平", Role.COMMUNITY_WORKER, firstOf(communities, OTHER_STREET), "三林镇社区工作者");
        person("guanli", "郭文", Role.ADMINISTRATOR, DISTRICT, "系统管理员");
        person("shenji", "秦岚", Role.AUDITOR, DISTRICT, "审计员");
        script(UNITS, "脚本成员单位", Role.MEMBER_UNIT);
        person(UNIVERSITY, "高远", Role.MEMBER_UNIT, STREET, "大学联络员（场景）");
        person("baohu", "林溪", Role.DATA_PROTECTION, DISTRICT, "区数据保护员");
    }

    private static String firstOf(List<Area> communities, String street) {
        return communities.stream()
                .map(Area::path)
                .filter(path -> path.startsWith(street))
                .findFirst()
                .orElseThrow();
    }

    private void script(String login, String name, Role role) {
        open(NewAccount.scripted(login, name), new Post(role, DISTRICT, name, SINCE, UNTIL));
    }

    private void person(String login, String name, Role role, String territory, String title) {
        open(NewAccount.forDemonstration(login, name), new Post(role, territory, title, SINCE, UNTIL));
    }

    private void open(NewAccount account, Post post) {
        if (accounts.findActor(account.login()).isEmpty()) {
            accounts.open(Actor.system(), account);
            accounts.appoint(Actor.system(), account.login(), post).orThrow();
        }
    }

    /** The account behind a scripted login, with the rights of this moment. */
    Actor play(String login) {
        return accounts.findActor(login)
                .orElseThrow(() -> new IllegalStateException("The scripted account " + login + " holds no post."));
    }
}
