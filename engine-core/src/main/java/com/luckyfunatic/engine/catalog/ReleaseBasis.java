package com.luckyfunatic.engine.catalog;

/**
 * The releases that there were when somebody looked at what another one would come to. Immutable.
 *
 * @param latest the greatest number of all, also of planned ones and of those that were called off;
 *     0 for none
 * @param inForce the number of the one that is in force at the moment at which the other is to come
 *     into force; 0 for none
 */
public record ReleaseBasis(long latest, long inForce) {
    /** Checks the ranges. */
    public ReleaseBasis {
        if (inForce < 0 || latest < inForce) {
            throw new IllegalArgumentException(
                    "of releases up to " + latest + " number " + inForce + " is not in force");
        }
    }
}
