package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.operator.CredentialHash;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.engine.storage.Page;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Operators by name, under one lock. Thread-safe. */
final class MemoryOperators implements Operators {
    private final NavigableMap<OperatorName, Operator> operators = new TreeMap<>();
    private final OpenState open;

    MemoryOperators(OpenState open) {
        this.open = open;
    }

    @Override
    public synchronized boolean add(Operator operator) {
        open.require();
        return operators.putIfAbsent(operator.name(), operator) == null;
    }

    @Override
    public synchronized Optional<Operator> find(OperatorName name) {
        open.require();
        return Optional.ofNullable(operators.get(name));
    }

    @Override
    public synchronized Page<Operator> list(@Nullable OperatorName after, int limit) {
        open.require();
        Page.requireLimit(limit);
        var rest = after == null ? operators : operators.tailMap(after, false);
        return Page.ofOneMore(rest.values().stream().limit(limit + 1L).toList(), limit);
    }

    @Override
    public boolean setRoles(OperatorName name, Set<Role> roles) {
        Set<Role> wanted = Operator.requireRoles(roles);
        return change(name, operator -> operator.withRoles(wanted));
    }

    @Override
    public boolean setCredential(OperatorName name, CredentialHash credential) {
        return change(name, operator -> operator.withCredential(credential));
    }

    @Override
    public boolean setDisabled(OperatorName name, boolean disabled) {
        return change(name, operator -> operator.withDisabled(disabled));
    }

    private synchronized boolean change(OperatorName name, UnaryOperator<Operator> change) {
        open.require();
        return operators.computeIfPresent(name, (_, operator) -> change.apply(operator)) != null;
    }
}
