package com.luckyfunatic.benchmarks.content;

import com.luckyfunatic.benchmarks.http.GameClient.Reply;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** What all players together were answered. Thread-safe. */
final class SwitchLoad {
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder bought = new LongAdder();
    private final LongAdder priceChanged = new LongAdder();
    private final Map<String, Long> failures = new ConcurrentSkipListMap<>();

    void succeeded() {
        succeeded.increment();
    }

    void bought() {
        bought.increment();
    }

    void priceChanged() {
        priceChanged.increment();
    }

    void failed(Reply reply) {
        failed((reply.status() + " " + reply.body().path("code").asText()).strip());
    }

    void failed(String how) {
        failures.merge(how, 1L, Long::sum);
    }

    /** Returns it all, as it is now. */
    SwitchResult.Load result(double seconds, ConcurrentHistogram micros) {
        long failed = failures.values().stream().mapToLong(Long::longValue).sum();
        return new SwitchResult.Load(
                seconds,
                succeeded.sum() + bought.sum() + priceChanged.sum() + failed,
                bought.sum(),
                priceChanged.sum(),
                failed,
                Map.copyOf(failures),
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3);
    }
}
