package com.luckyfunatic.storage.verify;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.verify.Mismatch.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds the hard operations of one player against the changes: each accepted one has made exactly
 * one change, and each hard change is one of them. Not thread-safe.
 */
final class OperationCheck {
    private final Map<OperationId, HardOperation> stored = new HashMap<>();
    private final Map<OperationId, Long> seen = new HashMap<>();
    private final Map<OperationId, StateChange> missing = new HashMap<>();
    private long outOfReach;

    OperationCheck(List<HardOperation> operations) {
        operations.forEach(each -> stored.put(each.id(), each));
    }

    /** Notes the hard change {@code change}, which is stored as {@code id}. */
    void see(
            OperationId id,
            StateChange change,
            boolean isUnderWay,
            BiConsumer<Kind, String> mismatches) {
        Long before = seen.putIfAbsent(id, change.id());
        if (before != null) {
            mismatches.accept(
                    Kind.OPERATION_TWICE,
                    "operation " + id + " has made changes " + before + " and " + change.id());
        }
        HardOperation operation = stored.get(id);
        if (operation == null) {
            if (!isUnderWay) {
                missing.put(id, change);
            }
        } else if (operation.change() != null && operation.change() != change.id()) {
            mismatches.accept(
                    Kind.OPERATION_MISSING,
                    "operation %s stands for change %d, and change %d names it too"
                            .formatted(id, operation.change(), change.id()));
        }
    }

    /** Notes operations that were stored since. */
    void addMissing(List<HardOperation> operations) {
        operations.forEach(each -> missing.remove(each.id()));
    }

    /** Names what is left, given the oldest change that is kept. */
    void finish(@Nullable StateChange oldest, BiConsumer<Kind, String> mismatches) {
        missing.forEach((id, change) ->
                mismatches.accept(
                        Kind.OPERATION_MISSING,
                        "hard change " + change.sequence() + " is not stored as operation " + id));
        for (HardOperation operation : stored.values()) {
            if (seen.containsKey(operation.id())) {
                continue;
            }
            boolean isInReach =
                    oldest != null
                            && (oldest.sequence() == 1
                                    || operation.sequence() >= oldest.sequence());
            if (isInReach) {
                mismatches.accept(
                        Kind.CHANGE_MISSING,
                        "operation " + operation.id() + " is stored, its change is not");
            } else {
                outOfReach++;
            }
        }
    }

    /** How many operations were found among the changes. */
    long found() {
        return seen.size();
    }

    /** How many are older than the changes that are kept. */
    long outOfReach() {
        return outOfReach;
    }
}
