package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.StateChange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Follow-ups by their number, in the order they were called for. Thread-safe, lock-free. */
final class MemoryFollowUpQueue implements FollowUpQueue {
    private final ConcurrentNavigableMap<Long, PendingFollowUp> waiting =
            new ConcurrentSkipListMap<>();
    private final ConcurrentMap<Key, Dropped> dropped = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final OpenState open;

    MemoryFollowUpQueue(OpenState open) {
        this.open = open;
    }

    /** By what a follow-up is told from any other, for ever. */
    private record Key(PlayerId player, OperationId operationId) {
        static Key of(PendingFollowUp followUp) {
            return new Key(followUp.player(), followUp.operationId());
        }
    }

    /** Queues what the events of {@code change} call for. */
    void addAll(StateChange change) {
        List<GameEvent> events = change.events();
        for (int i = 0; i < events.size(); i++) {
            FollowUp followUp = events.get(i).followUp(change.player());
            if (followUp != null) {
                long id = lastId.incrementAndGet();
                add(new PendingFollowUp(id, followUp, change.atMillis()));
            }
        }
    }

    private void add(PendingFollowUp followUp) {
        waiting.put(followUp.id(), followUp);
        // After it is there: whoever drops it at the same time finds it, or is found here.
        if (dropped.containsKey(Key.of(followUp))) {
            waiting.remove(followUp.id());
        }
    }

    @Override
    public List<PendingFollowUp> pending(int limit, long nowMillis) {
        open.require();
        return waiting.values().stream()
                .filter(each -> each.dueAtMillis() <= nowMillis)
                .limit(limit)
                .toList();
    }

    /** Goes through all that wait: it is asked for by people. */
    @Override
    public Page<PendingFollowUp> waiting(@Nullable WaitingPosition after, int limit) {
        open.require();
        Page.requireLimit(limit);
        return Page.ofOneMore(
                waiting.values().stream()
                        .filter(each ->
                                after == null || WaitingPosition.of(each).compareTo(after) > 0)
                        .sorted(Comparator.comparing(WaitingPosition::of))
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }

    @Override
    public Optional<PendingFollowUp> findWaiting(PlayerId player, OperationId operationId) {
        open.require();
        Key key = new Key(player, operationId);
        return waiting.values().stream().filter(each -> Key.of(each).equals(key)).findFirst();
    }

    @Override
    public void complete(PendingFollowUp followUp) {
        open.require();
        waiting.remove(followUp.id());
    }

    @Override
    public void postpone(PendingFollowUp followUp) {
        open.require();
        PendingFollowUp present = waiting.remove(followUp.id());
        if (present != null) {
            add(present.renumbered(lastId.incrementAndGet()));
        }
    }

    @Override
    public void noteFailure(PendingFollowUp followUp, long atMillis, String reason) {
        open.require();
        waiting.computeIfPresent(followUp.id(), (_, present) -> present.failed(atMillis, reason));
    }

    @Override
    public Dropped drop(FollowUp followUp, OperationId by, long atMillis) {
        open.require();
        Key key = new Key(followUp.player(), followUp.operationId());
        Dropped first = dropped.computeIfAbsent(key, _ -> new Dropped(by, atMillis));
        waiting.values().removeIf(each -> Key.of(each).equals(key));
        return first;
    }

    @Override
    public Optional<Dropped> dropped(PlayerId player, OperationId operationId) {
        open.require();
        return Optional.ofNullable(dropped.get(new Key(player, operationId)));
    }
}
