package org.tongxin.core.population;

import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.random.SequentialRandom;

/**
 * Who goes to school and who works. School by age; work by the participation of the age group in the published matrix of work
 * contacts. Whoever lives in a dormitory of students or workers studies or works; the others do so as much less as brings the
 * share of their ages to what it should be.
 */
final class Activities {

    private static final int AGES = Population.MAX_AGE + 1;
    private static final int STUDENT_FROM = 18;
    private static final int STUDENT_TO = 22;

    /** Labour law of the People's Republic of China, article 15. */
    private static final int WORK_FROM = 16;

    /** Probabilities by age of those who do not live in rooms. */
    private final double[] school = new double[AGES];

    private final double[] work = new double[AGES];
    private final byte[] level = new byte[AGES];
    private final int[] people = new int[AGES];
    private final int[] studentsInRooms = new int[AGES];
    private final int[] workersInRooms = new int[AGES];

    private Activities(Homes homes, byte[] ageAndSex, SynthesisSettings settings, ContactMatrices contacts) {
        count(homes, ageAndSex);
        attend(3, 5, Activity.KINDERGARTEN, settings.value(Parameter.KINDERGARTEN_SHARE));
        attend(6, 11, Activity.PRIMARY, settings.value(Parameter.COMPULSORY_SHARE));
        attend(12, 14, Activity.MIDDLE, settings.value(Parameter.COMPULSORY_SHARE));
        attend(15, 17, Activity.HIGH, settings.value(Parameter.HIGH_SCHOOL_SHARE));
        attend(STUDENT_FROM, STUDENT_TO, Activity.UNIVERSITY, studyAtHome(settings.value(Parameter.UNIVERSITY_SHARE)));
        for (int group = 0; group < ContactMatrices.GROUPS; group++) {
            employ(group, contacts.participation(Setting.WORK, group));
        }
    }

    private void count(Homes homes, byte[] ageAndSex) {
        int person = 0;
        for (int home = 0; home < homes.count(); home++) {
            HomeKind kind = homes.kind(home);
            for (int end = person + homes.size(home); person < end; person++) {
                int age = ageAndSex[person] & 0x7f;
                people[age]++;
                studentsInRooms[age] += kind == HomeKind.STUDENTS ? 1 : 0;
                workersInRooms[age] += kind == HomeKind.WORKERS ? 1 : 0;
            }
        }
    }

    private void attend(int from, int to, byte at, double share) {
        for (int age = from; age <= to; age++) {
            school[age] = share;
            level[age] = at;
        }
    }

    private double studyAtHome(double share) {
        double missing = 0;
        double free = 0;
        for (int age = STUDENT_FROM; age <= STUDENT_TO; age++) {
            missing += share * people[age] - studentsInRooms[age];
            free += people[age] - studentsInRooms[age] - workersInRooms[age];
        }
        return probability(missing, free);
    }

    /** Nobody below {@link #WORK_FROM} works; the rest of the group carries its participation. */
    private void employ(int group, double participation) {
        int from = group * ContactMatrices.GROUP_YEARS;
        int to = group == ContactMatrices.GROUPS - 1 ? AGES : from + ContactMatrices.GROUP_YEARS;
        double missing = 0;
        double free = 0;
        for (int age = from; age < to; age++) {
            missing += participation * people[age] - workersInRooms[age];
            int outside = people[age] - studentsInRooms[age] - workersInRooms[age];
            free += age < WORK_FROM ? 0 : outside * (1 - school[age]);
        }
        for (int age = Math.max(from, WORK_FROM); age < to; age++) {
            work[age] = probability(missing, free);
        }
    }

    private static double probability(double missing, double free) {
        return free > 0 ? Math.clamp(missing / free, 0, 1) : 0;
    }

    /** By person. */
    static byte[] of(Homes homes, byte[] ageAndSex, SynthesisSettings settings, ContactMatrices contacts, long seed) {
        Activities activities = new Activities(homes, ageAndSex, settings, contacts);
        SequentialRandom random = SequentialRandom.of(seed, KeyedRandom.key("population.activities"));
        byte[] chosen = new byte[ageAndSex.length];
        int person = 0;
        for (int home = 0; home < homes.count(); home++) {
            byte fixed = ofRoom(homes.kind(home));
            for (int end = person + homes.size(home); person < end; person++) {
                chosen[person] = fixed != Activity.NONE ? fixed : activities.draw(ageAndSex[person] & 0x7f, random);
            }
        }
        return chosen;
    }

    private static byte ofRoom(HomeKind kind) {
        return switch (kind) {
            case STUDENTS -> Activity.UNIVERSITY;
            case WORKERS -> Activity.WORK;
            default -> Activity.NONE;
        };
    }

    private byte draw(int age, SequentialRandom random) {
        double uniform = random.uniform();
        if (uniform < school[age]) {
            return level[age];
        }
        double left = (uniform - school[age]) / (1 - school[age]);
        return left < work[age] ? Activity.WORK : Activity.NONE;
    }
}
