package com.luckyfunatic.engine.schedule;

/**
 * Names of the occurrences of a series: the series' name, {@code _t} and the begin in milliseconds
 * of the epoch, written with 36 digits. The begin is what stays the same about an occurrence when
 * the schedule of its series changes; a number that is counted from the first one would then be
 * given a second time. Pure.
 */
public final class OccurrenceName {
    /** How many characters stand behind the name of the series, until the year 5188. */
    public static final int SUFFIX_LENGTH_MAX = 11;

    private static final String BEGIN = "_t";
    private static final int RADIX = 36;

    private OccurrenceName() {}

    /**
     * Returns the name of an occurrence.
     *
     * @param series the series' name
     * @param startMillis when it begins, epoch milliseconds
     * @throws IllegalArgumentException when it begins before the epoch
     */
    public static String of(String series, long startMillis) {
        if (startMillis < 0) {
            throw new IllegalArgumentException("begins before the epoch: " + startMillis);
        }
        return series + BEGIN + Long.toString(startMillis, RADIX);
    }

    /**
     * Returns whether {@code name} is of the form that occurrences of {@code series} had before:
     * with their number behind it. Such ones may still be open.
     */
    public static boolean isNumbered(String name, String series) {
        int begin = series.length() + 1;
        return name.length() > begin
                && name.startsWith(series)
                && name.charAt(series.length()) == '_'
                && name.chars().skip(begin).allMatch(c -> c >= '0' && c <= '9');
    }
}
