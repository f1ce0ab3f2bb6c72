package com.luckyfunatic.benchmarks.run;

/**
 * What is true of a whole run: {@code run.json} beside its results.
 *
 * @param name the command that ran
 * @param startedAt ISO-8601 instant
 * @param quick whether it was a trial whose figures mean nothing
 */
public record Run(String name, String startedAt, boolean quick, Machine machine) {}
