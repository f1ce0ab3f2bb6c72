package com.luckyfunatic.benchmarks.http;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * A measurement for each kind of request. Not thread-safe: one for each event loop, merged when the
 * run is over.
 */
final class Measurements implements RequestRecorder {
    private final Map<RequestKind, Measurement> byKind = new EnumMap<>(RequestKind.class);

    Measurements() {
        for (RequestKind kind : RequestKind.values()) {
            byKind.put(kind, new Measurement());
        }
    }

    @Override
    public void record(RequestKind kind, int status, RequestTimes times) {
        of(kind).record(status, times);
    }

    private Measurement of(RequestKind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }

    /** Adds all measurements of another event loop to these. */
    void add(Measurements other) {
        other.byKind.forEach((kind, measurement) -> of(kind).add(measurement));
    }

    /** All kinds added up, in a measurement of its own. */
    Measurement total() {
        Measurement total = new Measurement();
        byKind.values().forEach(total::add);
        return total;
    }

    /** Visits the kinds that at least one request was recorded of. */
    void forEachUsed(BiConsumer<RequestKind, Measurement> visitor) {
        byKind.forEach((kind, measurement) -> {
            if (measurement.completed() > 0) {
                visitor.accept(kind, measurement);
            }
        });
    }
}
