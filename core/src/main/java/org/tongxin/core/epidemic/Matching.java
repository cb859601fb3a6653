package org.tongxin.core.epidemic;

import org.tongxin.core.random.KeyedRandom;

/**
 * Pairs up the numbers 0 .. size - 1 by a key, without storing pairs: modulo the smallest prime p that is not smaller than the
 * size, the partners x and y of a pairing with centre c and factor b are those with (x - c)(y - c) = b. Both ends find each
 * other. Whoever is left, as the centre or as the partner of a number beyond the size, is paired with others who are left; with an
 * odd size one stays alone. Immutable.
 *
 * <p><b>Why it is fair.</b> b is drawn from the numbers that are no square modulo p, so that nobody is its own partner, and c from
 * all. For any x and y, (p - 1) / 2 of the centres allow exactly one b each: every two numbers are partners across under equally
 * many keys. Those who are left make it uneven by about the gap from the size to p, divided by the size: a few in a thousand in a
 * community of thousands, some in a hundred among a hundred.
 *
 * <p><b>Cost.</b> 4 bytes a number for the inverses modulo p, and a few nanoseconds to find a partner; for those who are left as
 * many more as there are numbers between the size and p, mostly fewer than ten.
 */
final class Matching {

    private static final int NOBODY = -1;

    private final int size;
    private final int prime;
    private final double perPrime;
    /** Smallest number that is no square modulo the prime. */
    private final int nonSquare;
    /** Of each number its inverse modulo the prime; of 0, 0. */
    private final int[] inverse;

    Matching(int size) {
        this.size = size;
        prime = primeFrom(Math.max(3, size));
        perPrime = 1.0 / prime;
        nonSquare = nonSquare(prime);
        inverse = new int[prime];
        inverse[1] = 1;
        for (int i = 2; i < prime; i++) {
            inverse[i] = prime - (int) ((long) (prime / i) * inverse[prime % i] % prime);
        }
    }

    private static int primeFrom(int smallest) {
        int candidate = smallest | 1;
        while (!isPrime(candidate)) {
            candidate += 2;
        }
        return candidate;
    }

    private static boolean isPrime(int odd) {
        for (long divisor = 3; divisor * divisor <= odd; divisor += 2) {
            if (odd % divisor == 0) {
                return false;
            }
        }
        return true;
    }

    /** By Euler's criterion. */
    private static int nonSquare(int prime) {
        int candidate = 2;
        while (power(candidate, (prime - 1) / 2, prime) == 1) {
            candidate++;
        }
        return candidate;
    }

    private static long power(long base, int exponent, int prime) {
        long power = 1;
        long square = base;
        for (int left = exponent; left > 0; left >>= 1) {
            power = (left & 1) == 0 ? power : power * square % prime;
            square = square * square % prime;
        }
        return power;
    }

    /** The pairing that belongs to 64 evenly distributed bits: centre and factor. */
    long pairing(long bits) {
        int centre = Chance.below(bits, prime);
        long root = 1 + Chance.below(KeyedRandom.mix(bits + KeyedRandom.GOLDEN_STEP), (prime - 1) / 2);
        return (long) centre << Integer.SIZE | root * root % prime * nonSquare % prime;
    }

    /** The partner of a number, or itself when it stays alone. */
    int partner(int number, long pairing) {
        int across = across(number, pairing);
        return isLeft(number, across) == 0 ? across : partnerOfLeft(number, pairing);
    }

    /** The partner of a number if nobody were left. */
    int across(int number, long pairing) {
        return from(inverse(distance(number, pairing)), pairing);
    }

    /** Distance from the centre to a number, upwards modulo the prime; the first of three steps {@link #across}. */
    int distance(int number, long pairing) {
        int distance = number - centre(pairing);
        return distance + (prime & distance >> 31);
    }

    /** Inverse of a distance, the second step and the only one that reads far apart; of 0, 0. */
    int inverse(int distance) {
        return inverse[distance];
    }

    /** The third step. */
    int from(int inverse, long pairing) {
        long product = (long) inverse * (pairing & 0xffffffffL);
        int rest = (int) (product - (long) (product * perPrime) * prime);
        rest += prime & rest >> 31;
        int across = rest + centre(pairing);
        across -= prime & ~(across - prime >> 31);
        return across - (prime & ~(across - prime >> 31));
    }

    private static int centre(long pairing) {
        return (int) (pairing >>> Integer.SIZE);
    }

    /** 1 for a number that is left, and has no partner across, else 0. */
    int isLeft(int number, int across) {
        int isBeyond = 1 + (across - size >> 31);
        int isCentre = (number ^ across) - 1 >>> 31;
        return isBeyond | isCentre;
    }

    /** Those who are left are paired in the order in which they are found: the centre, then by the numbers beyond the size. */
    int partnerOfLeft(int number, long pairing) {
        int before = NOBODY;
        for (int beyond = size - 1; beyond < prime; beyond++) {
            int left = beyond < size ? centre(pairing) : across(beyond, pairing);
            if (left < size) {
                if (before != NOBODY && (left == number || before == number)) {
                    return left == number ? before : left;
                }
                before = before == NOBODY ? left : NOBODY;
            }
        }
        return number;
    }
}
