package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.operator.CredentialHash;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.engine.storage.Page;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The plainest store of operators: one map. Thread-safe. */
final class ModelOperators implements Operators {
    private final TreeMap<OperatorName, Operator> operators = new TreeMap<>();
    private final Runnable requireOpen;

    ModelOperators(Runnable requireOpen) {
        this.requireOpen = requireOpen;
    }

    @Override
    public synchronized boolean add(Operator operator) {
        requireOpen.run();
        return operators.putIfAbsent(operator.name(), operator) == null;
    }

    @Override
    public synchronized Optional<Operator> find(OperatorName name) {
        requireOpen.run();
        return Optional.ofNullable(operators.get(name));
    }

    @Override
    public synchronized Page<Operator> list(@Nullable OperatorName after, int limit) {
        requireOpen.run();
        Page.requireLimit(limit);
        return Page.ofOneMore(
                operators.values().stream()
                        .filter(each -> after == null || each.name().compareTo(after) > 0)
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }

    @Override
    public synchronized boolean setRoles(OperatorName name, Set<Role> roles) {
        return replaced(find(name).map(each -> each.withRoles(roles)));
    }

    @Override
    public synchronized boolean setCredential(OperatorName name, CredentialHash credential) {
        return replaced(find(name).map(each -> each.withCredential(credential)));
    }

    @Override
    public synchronized boolean setDisabled(OperatorName name, boolean disabled) {
        return replaced(find(name).map(each -> each.withDisabled(disabled)));
    }

    private boolean replaced(Optional<Operator> changed) {
        changed.ifPresent(operator -> operators.put(operator.name(), operator));
        return changed.isPresent();
    }
}
