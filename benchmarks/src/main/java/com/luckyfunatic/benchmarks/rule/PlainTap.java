package com.luckyfunatic.benchmarks.rule;

/**
 * The yardstick of the tap rule: the same arithmetic on plain fields, without states, events or
 * anything allocated. Not thread-safe.
 *
 * <p>Boosters are pairs of a kind and a magnitude, as flat as they can be.
 */
final class PlainTap {
    static final int FUNZ_PER_TAP_MULTIPLY = 0;
    static final int FUNZ_PER_TAP_ADD = 1;
    static final int ENERGY_MAX_ADD = 2;
    static final int ENERGY_REGEN_MULTIPLY = 3;
    static final int INCOME_MULTIPLY = 4;

    private static final long MICROS = 1_000_000;
    private static final long TOKENS = 1_000;
    private static final long ONE = 10_000;
    private static final long CAP = 500_000;
    private static final long AMOUNT_MAX = (1L << 53) - 1;
    static final int METER_FULL = 300;

    private final int[] activeKinds;
    private final long[] activeMagnitudes;
    private final int[] permanentKinds;
    private final long[] permanentMagnitudes;

    private long sequence;
    private long funz;
    private long funzEarned;
    private long taps;
    private long tokens = 60 * TOKENS;
    private long tokensAtMillis;
    private long energyMicros = 1_000 * MICROS;
    private long energyAtMillis;
    private int meter;

    PlainTap(long nowMillis, boolean boosted) {
        tokensAtMillis = nowMillis;
        energyAtMillis = nowMillis;
        activeKinds =
                boosted
                        ? new int[] {FUNZ_PER_TAP_MULTIPLY, ENERGY_MAX_ADD, ENERGY_REGEN_MULTIPLY}
                        : new int[0];
        activeMagnitudes = boosted ? new long[] {50_000, 500, 30_000} : new long[0];
        permanentKinds =
                boosted
                        ? new int[] {FUNZ_PER_TAP_ADD, ENERGY_MAX_ADD, INCOME_MULTIPLY}
                        : new int[0];
        permanentMagnitudes = boosted ? new long[] {3, 1_500, 3_000} : new long[0];
    }

    /** Taps {@code count} times; returns what was paid. */
    long tap(int count, long nowMillis) {
        long full = (1_000 + sum(ENERGY_MAX_ADD)) * MICROS;
        long rate = 1_000 * product(ENERGY_REGEN_MULTIPLY) / ONE;
        long micros = Math.min(full, energyMicros + rate * (nowMillis - energyAtMillis));
        long bucket = Math.min(60 * TOKENS, tokens + 20 * (nowMillis - tokensAtMillis));
        int accepted = (int) Math.min(count, Math.min(bucket / TOKENS, micros / MICROS));
        long perTap = (1 + sum(FUNZ_PER_TAP_ADD)) * product(FUNZ_PER_TAP_MULTIPLY) / ONE;
        long credit = Math.min(accepted * perTap, AMOUNT_MAX - funz);
        sequence++;
        funz += credit;
        funzEarned += Math.min(credit, AMOUNT_MAX - funzEarned);
        taps += accepted;
        tokens = bucket - accepted * TOKENS;
        tokensAtMillis = nowMillis;
        energyMicros = micros - accepted * MICROS;
        energyAtMillis = nowMillis;
        meter = Math.min(METER_FULL, (meter >= METER_FULL ? 0 : meter) + accepted);
        return credit;
    }

    private long sum(int kind) {
        long sum = 0;
        for (int i = 0; i < activeKinds.length; i++) {
            sum += activeKinds[i] == kind ? activeMagnitudes[i] : 0;
        }
        for (int i = 0; i < permanentKinds.length; i++) {
            sum += permanentKinds[i] == kind ? permanentMagnitudes[i] : 0;
        }
        return sum;
    }

    private long product(int kind) {
        long product = ONE;
        for (int i = 0; i < activeKinds.length; i++) {
            if (activeKinds[i] == kind) {
                product = Math.min(CAP, product * activeMagnitudes[i] / ONE);
            }
        }
        for (int i = 0; i < permanentKinds.length; i++) {
            if (permanentKinds[i] == kind) {
                product = Math.min(CAP, product * (ONE + permanentMagnitudes[i]) / ONE);
            }
        }
        return product;
    }

    /** Funz held. */
    long funz() {
        return funz;
    }

    /** Everything else that a tap changes, so that no compiler can leave it out. */
    long digest() {
        return sequence ^ funzEarned ^ taps ^ meter;
    }
}
