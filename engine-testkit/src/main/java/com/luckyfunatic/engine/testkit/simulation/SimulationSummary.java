package com.luckyfunatic.engine.testkit.simulation;

import java.util.List;

/**
 * What came of many simulations. Immutable.
 *
 * @param seeds how many there were
 * @param steps how many calls of stores in all
 * @param faults how many faults happened in all
 * @param accepted how many operations players knew to have been carried out in all
 * @param lost how many soft changes were acknowledged and lost in all, as declared
 * @param seedsWithLoss under how many seeds anything was lost
 * @param violations under how many seeds something did not hold
 * @param failures the first few of those
 */
public record SimulationSummary(
        long seeds,
        long steps,
        long faults,
        long accepted,
        long lost,
        long seedsWithLoss,
        long violations,
        List<SimulationFailure> failures) {}
