package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.engine.testkit.fault.Fault;
import com.luckyfunatic.engine.testkit.fault.FaultProxy;
import java.util.List;

/** What a bad network does to replies. */
final class BadNetwork {
    /** Lost, reset, cut in the middle, and silence from then on. */
    static final List<Fault> FAULTS =
            List.of(new Fault.Drop(), new Fault.Reset(), new Fault.Cut(), new Fault.BlackHole());

    private BadNetwork() {}

    /** Returns how many replies have met one of them. */
    static long faults(FaultProxy proxy) {
        return FAULTS.stream().mapToLong(each -> proxy.count(each.getClass())).sum();
    }
}
