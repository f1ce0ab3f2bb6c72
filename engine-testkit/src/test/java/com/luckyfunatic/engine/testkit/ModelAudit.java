package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.audit.AuditRow;
import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The plainest seals: one list. Thread-safe. */
final class ModelAudit implements AuditStore {
    private final List<AuditSeal> seals = new ArrayList<>();
    private final AuditLog actions;
    private final Runnable requireOpen;

    ModelAudit(OperatorActions actions, Runnable requireOpen) {
        this.actions = new Actions(actions);
        this.requireOpen = requireOpen;
    }

    @Override
    public List<AuditLog> logs() {
        return List.of(actions);
    }

    @Override
    public synchronized boolean append(AuditSeal seal) {
        requireOpen.run();
        if (last(seal.log()).map(AuditSeal::number).orElse(0L) == seal.number() - 1) {
            seals.add(seal);
        }
        return seals.contains(seal);
    }

    @Override
    public synchronized Optional<AuditSeal> last(String log) {
        requireOpen.run();
        return seals.stream()
                .filter(each -> each.log().equals(log))
                .max(Comparator.comparingLong(AuditSeal::number));
    }

    @Override
    public synchronized List<AuditSeal> seals(String log, long after, int limit) {
        requireOpen.run();
        Page.requireLimit(limit);
        return seals.stream()
                .filter(each -> each.log().equals(log) && each.number() > after)
                .limit(limit)
                .toList();
    }

    private record Actions(OperatorActions actions) implements AuditLog {
        private List<OperatorAction> all() {
            List<OperatorAction> all = new ArrayList<>();
            long before = Long.MAX_VALUE;
            Page<OperatorAction> page;
            do {
                page = actions.latest(before, Page.LIMIT_MAX);
                all.addAll(page.items());
                before = all.isEmpty() ? 0 : all.getLast().id();
            } while (page.hasMore());
            return all.reversed();
        }

        @Override
        public String name() {
            return "operator-actions";
        }

        @Override
        public long settled(long nowMillis) {
            List<OperatorAction> all = all();
            return all.isEmpty() ? 0 : all.getLast().id();
        }

        @Override
        public void read(long after, long to, int limit, Consumer<AuditRow> consumer) {
            all().stream()
                    .filter(each -> each.id() > after && each.id() <= to)
                    .limit(limit)
                    .map(each ->
                            new AuditRow(
                                    each.id(),
                                    each.atMillis(),
                                    each.toString().getBytes(StandardCharsets.UTF_8)))
                    .forEach(consumer);
        }

        @Override
        public long countAfter(long after) {
            return all().stream().filter(each -> each.id() > after).count();
        }

        @Override
        public boolean mayLack(AuditSeal seal, long before, long nowMillis) {
            return false;
        }
    }
}
