package com.luckyfunatic.storage.audit;

import com.luckyfunatic.engine.audit.AuditRow;
import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One log and its seals in lists that a test may damage. Not thread-safe. */
final class ListedAudit implements AuditStore, AuditLog {
    /** A row with a column of each kind. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(
            long position,
            long atMillis,
            @Nullable Long number,
            @Nullable String text,
            byte[] bytes) {
        AuditRow stored() {
            return new AuditRow(
                    position,
                    atMillis,
                    new Encoding()
                            .number(position)
                            .number(atMillis)
                            .maybe(number)
                            .text(text)
                            .bytes(bytes)
                            .finish());
        }
    }

    final List<Row> rows = new ArrayList<>();
    final List<AuditSeal> seals = new ArrayList<>();
    long removedTo;

    @Override
    public List<AuditLog> logs() {
        return List.of(this);
    }

    @Override
    public boolean append(AuditSeal seal) {
        return seals.add(seal);
    }

    @Override
    public Optional<AuditSeal> last(String log) {
        return seals.isEmpty() ? Optional.empty() : Optional.of(seals.getLast());
    }

    @Override
    public List<AuditSeal> seals(String log, long after, int limit) {
        return seals.stream().filter(each -> each.number() > after).limit(limit).toList();
    }

    @Override
    public String name() {
        return "listed";
    }

    @Override
    public long settled(long nowMillis) {
        return rows.isEmpty() ? 0 : rows.getLast().position();
    }

    /** As a table would: in the order of positions, wherever a row lies. */
    @Override
    public void read(long after, long to, int limit, Consumer<AuditRow> consumer) {
        rows.stream()
                .filter(each -> each.position() > after && each.position() <= to)
                .sorted((a, b) -> Long.compare(a.position(), b.position()))
                .limit(limit)
                .forEach(each -> consumer.accept(each.stored()));
    }

    @Override
    public long countAfter(long after) {
        return rows.stream().filter(each -> each.position() > after).count();
    }

    @Override
    public boolean mayLack(AuditSeal seal, long before, long nowMillis) {
        return before - 1 <= removedTo;
    }
}
