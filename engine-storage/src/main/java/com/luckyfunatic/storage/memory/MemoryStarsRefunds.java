package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.operator.StarsRefund;
import com.luckyfunatic.engine.storage.StarsRefunds;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans that ask for Stars, by payment, under one lock. Thread-safe. */
final class MemoryStarsRefunds implements StarsRefunds {
    private final Map<String, StarsRefund> refunds = new HashMap<>();
    private final OpenState open;

    MemoryStarsRefunds(OpenState open) {
        this.open = open;
    }

    @Override
    public synchronized Optional<StarsRefund> find(String chargeId) {
        open.require();
        return Optional.ofNullable(refunds.get(chargeId));
    }

    @Override
    public synchronized boolean replace(@Nullable StarsRefund seen, StarsRefund next) {
        open.require();
        StarsRefund now = refunds.get(next.chargeId());
        if (Objects.equals(now, seen)) {
            refunds.put(next.chargeId(), next);
            return true;
        }
        return now != null && now.revision() == next.revision();
    }
}
