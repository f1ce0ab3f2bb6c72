package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.StateChange;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Follow-ups by their number, in the order they were called for. Thread-safe, lock-free. */
final class MemoryFollowUpQueue implements FollowUpQueue {
    private final ConcurrentNavigableMap<Long, PendingFollowUp> waiting =
            new ConcurrentSkipListMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final OpenState open;

    MemoryFollowUpQueue(OpenState open) {
        this.open = open;
    }

    /** Queues what the events of {@code change} call for. */
    void addAll(StateChange change) {
        List<GameEvent> events = change.events();
        for (int i = 0; i < events.size(); i++) {
            FollowUp followUp = events.get(i).followUp(change.player());
            if (followUp != null) {
                add(followUp);
            }
        }
    }

    private void add(FollowUp followUp) {
        long id = lastId.incrementAndGet();
        waiting.put(id, new PendingFollowUp(id, followUp));
    }

    @Override
    public List<PendingFollowUp> pending(int limit, long nowMillis) {
        open.require();
        return waiting.values().stream()
                .filter(each -> each.followUp().dueAtMillis() <= nowMillis)
                .limit(limit)
                .toList();
    }

    @Override
    public void complete(PendingFollowUp followUp) {
        open.require();
        waiting.remove(followUp.id());
    }

    @Override
    public void postpone(PendingFollowUp followUp) {
        open.require();
        if (waiting.remove(followUp.id()) != null) {
            add(followUp.followUp());
        }
    }
}
