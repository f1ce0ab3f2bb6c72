package com.luckyfunatic.benchmarks.transfer;

import com.luckyfunatic.engine.testkit.FakePlatform.Verdict;

/**
 * A transfer as it came to the platform; one that was sent again comes again.
 *
 * @param transfer its name
 * @param account who gets it there
 * @param item which item
 * @param count how many
 * @param verdict what the platform says of it
 * @param again whether the platform had it before
 * @param copied whether the network made this one of another, so that nobody has sent it
 */
record Arrival(
        String transfer,
        String account,
        String item,
        int count,
        Verdict verdict,
        boolean again,
        boolean copied) {}
