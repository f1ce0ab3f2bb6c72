package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.audit.AuditRow;
import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.storage.audit.Encoding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Seals by log, under one lock. What operators asked for is the only log: of changes, the latest
 * few are kept. Thread-safe.
 */
final class MemoryAudit implements AuditStore {
    private final Map<String, List<AuditSeal>> seals = new HashMap<>();
    private final List<AuditLog> logs;
    private final OpenState open;

    MemoryAudit(MemoryOperatorActions actions, OpenState open) {
        this.open = open;
        logs = List.of(new Actions(actions));
    }

    @Override
    public List<AuditLog> logs() {
        return logs;
    }

    @Override
    public synchronized boolean append(AuditSeal seal) {
        open.require();
        List<AuditSeal> chain = seals.computeIfAbsent(seal.log(), _ -> new ArrayList<>());
        if (seal.number() == chain.size() + 1L) {
            chain.add(seal);
        }
        return chain.contains(seal);
    }

    @Override
    public synchronized Optional<AuditSeal> last(String log) {
        open.require();
        List<AuditSeal> chain = seals.getOrDefault(log, List.of());
        return chain.isEmpty() ? Optional.empty() : Optional.of(chain.getLast());
    }

    @Override
    public synchronized List<AuditSeal> seals(String log, long after, int limit) {
        open.require();
        Page.requireLimit(limit);
        return seals.getOrDefault(log, List.of()).stream().skip(after).limit(limit).toList();
    }

    private record Actions(MemoryOperatorActions actions) implements AuditLog {
        @Override
        public String name() {
            return "operator-actions";
        }

        @Override
        public long settled(long nowMillis) {
            List<OperatorAction> all = actions.all();
            return all.isEmpty() ? 0 : all.getLast().id();
        }

        @Override
        public void read(long after, long to, int limit, Consumer<AuditRow> consumer) {
            actions.all().stream()
                    .filter(each -> each.id() > after && each.id() <= to)
                    .limit(limit)
                    .forEach(each ->
                            consumer.accept(
                                    new AuditRow(
                                            each.id(),
                                            each.atMillis(),
                                            new Encoding().text(each.toString()).finish())));
        }

        @Override
        public long countAfter(long after) {
            return actions.all().stream().filter(each -> each.id() > after).count();
        }

        @Override
        public boolean mayLack(AuditSeal seal, long before, long nowMillis) {
            return false;
        }
    }
}
