package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.operator.CredentialHash;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.storage.codec.RoleWords;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code operator}. Every transaction may be done twice: who finds their own row was
 * added, which the salt of the credential tells. Thread-safe.
 */
final class MySqlOperators implements Operators {
    private final Transactions transactions;
    private final OperatorRepository operators;

    MySqlOperators(Transactions transactions, OperatorRepository operators) {
        this.transactions = transactions;
        this.operators = operators;
    }

    @Override
    public boolean add(Operator operator) {
        OperatorRow row = OperatorRow.of(operator);
        return transactions.run(_ -> {
            boolean taken =
                    operators.findByName(row.name()).filter(r -> !r.equals(row)).isPresent();
            if (taken) {
                return false;
            }
            operators.insertIfAbsent(row);
            return operators.findByName(row.name()).filter(row::equals).isPresent();
        });
    }

    @Override
    public Optional<Operator> find(OperatorName name) {
        return transactions.run(_ -> operators.findByName(name.value()).map(OperatorRow::operator));
    }

    @Override
    public Page<Operator> list(@Nullable OperatorName after, int limit) {
        Page.requireLimit(limit);
        String from = after == null ? "" : after.value();
        return transactions.run(_ ->
                Page.ofOneMore(
                        operators.list(from, limit + 1).stream()
                                .map(OperatorRow::operator)
                                .toList(),
                        limit));
    }

    @Override
    public boolean setRoles(OperatorName name, Set<Role> roles) {
        String words = RoleWords.text(Operator.requireRoles(roles));
        return change(name, () -> operators.setRoles(name.value(), words));
    }

    @Override
    public boolean setCredential(OperatorName name, CredentialHash credential) {
        return change(name, () -> operators.setCredential(name.value(), credential.value()));
    }

    @Override
    public boolean setDisabled(OperatorName name, boolean disabled) {
        return change(name, () -> operators.setDisabled(name.value(), disabled));
    }

    /** Asks whether there is a row: one that has the value already does not count as changed. */
    private boolean change(OperatorName name, Runnable change) {
        return transactions.run(_ -> {
            change.run();
            return operators.findByName(name.value()).isPresent();
        });
    }
}
