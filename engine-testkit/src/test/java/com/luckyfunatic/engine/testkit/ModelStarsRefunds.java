package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.operator.StarsRefund;
import com.luckyfunatic.engine.storage.StarsRefunds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plainest store of plans that ask for Stars. Thread-safe. */
final class ModelStarsRefunds implements StarsRefunds {
    private final Map<String, StarsRefund> refunds = new LinkedHashMap<>();
    private final Runnable requireOpen;

    ModelStarsRefunds(Runnable requireOpen) {
        this.requireOpen = requireOpen;
    }

    @Override
    public synchronized Optional<StarsRefund> find(String chargeId) {
        requireOpen.run();
        return Optional.ofNullable(refunds.get(chargeId));
    }

    @Override
    public synchronized boolean replace(@Nullable StarsRefund seen, StarsRefund next) {
        StarsRefund now = find(next.chargeId()).orElse(null);
        if (Objects.equals(now, seen)) {
            refunds.put(next.chargeId(), next);
            return true;
        }
        return next.equals(now);
    }
}
