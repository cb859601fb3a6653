package org.tongxin.core.population;

import java.util.Arrays;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.random.SequentialRandom;

/**
 * Schools and their classes. The pupils of a street, in the order in which they live, are cut into schools of the set size:
 * without positions below the street that is the nearest school. A school's pupils are cut by age into classes of about the
 * set size. Universities are cut out of the whole district in the same way. Each class has teachers who live in the street.
 */
final class Schools {

    private static final int ATTEMPTS = 60;

    private final Settlement settlement;
    private final byte[] ageAndSex;
    private final byte[] activity;
    private final GroupList groups;
    private final SequentialRandom random;
    private final int teachers;
    private final int teacherFrom;
    private final int teacherTo;
    private final IntList pupils;
    private final int[] byAge = new int[Population.MAX_AGE + 2];

    private Schools(
            Settlement settlement,
            byte[] ageAndSex,
            byte[] activity,
            GroupList groups,
            SynthesisSettings settings,
            long seed) {
        this.settlement = settlement;
        this.ageAndSex = ageAndSex;
        this.activity = activity;
        this.groups = groups;
        this.teachers = settings.whole(Parameter.TEACHERS_PER_CLASS);
        this.teacherFrom = settings.whole(Parameter.TEACHER_FROM);
        this.teacherTo = settings.whole(Parameter.TEACHER_TO);
        this.random = SequentialRandom.of(seed, KeyedRandom.key("population.schools"));
        this.pupils = new IntList(1_000);
    }

    /** Adds all classes; teachers are marked as teaching in the array of activities. */
    static void add(
            Settlement settlement,
            byte[] ageAndSex,
            byte[] activity,
            GroupList groups,
            SynthesisSettings settings,
            long seed) {
        Schools schools = new Schools(settlement, ageAndSex, activity, groups, settings, seed);
        for (Level level : Level.values()) {
            schools.add(level, settings.whole(level.schoolSize), settings.whole(level.classSize));
        }
        groups.endClasses();
    }

    /** Levels of school with what is known about their sizes. */
    private enum Level {
        KINDERGARTEN(Activity.KINDERGARTEN, Parameter.KINDERGARTEN_SIZE, Parameter.KINDERGARTEN_CLASS),
        PRIMARY(Activity.PRIMARY, Parameter.PRIMARY_SIZE, Parameter.PRIMARY_CLASS),
        MIDDLE(Activity.MIDDLE, Parameter.MIDDLE_SIZE, Parameter.MIDDLE_CLASS),
        HIGH(Activity.HIGH, Parameter.HIGH_SIZE, Parameter.HIGH_CLASS),
        UNIVERSITY(Activity.UNIVERSITY, Parameter.UNIVERSITY_SIZE, Parameter.UNIVERSITY_CLASS);

        private final byte activity;
        private final Parameter schoolSize;
        private final Parameter classSize;

        Level(byte activity, Parameter schoolSize, Parameter classSize) {
            this.activity = activity;
            this.schoolSize = schoolSize;
            this.classSize = classSize;
        }
    }

    private void add(Level level, int schoolSize, int classSize) {
        if (level == Level.UNIVERSITY) {
            addSchools(level, 0, settlement.people(), schoolSize, classSize);
            return;
        }
        for (int street = 0; street < settlement.streets(); street++) {
            addSchools(
                    level, settlement.streetStart(street), settlement.streetStart(street + 1), schoolSize, classSize);
        }
    }

    /** Schools for those who live in from .. to - 1. */
    private void addSchools(Level level, int from, int to, int schoolSize, int classSize) {
        pupils.clear();
        for (int person = from; person < to; person++) {
            if (activity[person] == level.activity) {
                pupils.add(person);
            }
        }
        int all = pupils.size();
        int schools = all == 0 ? 0 : Math.max(1, Math.round((float) all / schoolSize));
        for (int school = 0; school < schools; school++) {
            int first = (int) ((long) school * all / schools);
            int end = (int) ((school + 1L) * all / schools);
            groups.openUnit(settlement.communityOf(pupils.get((first + end) / 2)));
            addClasses(sortedByAge(first, end), classSize, from, to);
        }
    }

    /** A counting sort, which keeps neighbours together among pupils of the same age. */
    private int[] sortedByAge(int first, int end) {
        Arrays.fill(byAge, 0);
        for (int i = first; i < end; i++) {
            byAge[(ageAndSex[pupils.get(i)] & 0x7f) + 1]++;
        }
        for (int age = 1; age < byAge.length; age++) {
            byAge[age] += byAge[age - 1];
        }
        int[] sorted = new int[end - first];
        for (int i = first; i < end; i++) {
            sorted[byAge[ageAndSex[pupils.get(i)] & 0x7f]++] = pupils.get(i);
        }
        return sorted;
    }

    private void addClasses(int[] sorted, int classSize, int from, int to) {
        int classes = Math.max(1, Math.round((float) sorted.length / classSize));
        for (int each = 0; each < classes; each++) {
            int end = (int) ((each + 1L) * sorted.length / classes);
            for (int i = (int) ((long) each * sorted.length / classes); i < end; i++) {
                groups.addMember(sorted[i]);
            }
            addTeachers(from, to);
            groups.closeGroup();
        }
    }

    /** Somebody who works and lives in from .. to - 1; none where hardly anybody works. */
    private void addTeachers(int from, int to) {
        int missing = teachers;
        for (int attempt = 0; attempt < ATTEMPTS && missing > 0; attempt++) {
            int person = from + random.below(to - from);
            int age = ageAndSex[person] & 0x7f;
            if (activity[person] == Activity.WORK && age >= teacherFrom && age <= teacherTo) {
                activity[person] = Activity.TEACHING;
                groups.addMember(person);
                missing--;
            }
        }
    }
}
