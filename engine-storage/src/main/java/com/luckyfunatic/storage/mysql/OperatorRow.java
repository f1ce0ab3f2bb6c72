package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.operator.CredentialHash;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.storage.codec.RoleWords;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of the table {@code operator}. */
@MappedEntity("operator")
record OperatorRow(
        @Id String name, String roles, String credential, boolean disabled, long addedAt) {
    static OperatorRow of(Operator operator) {
        return new OperatorRow(
                operator.name().value(),
                RoleWords.text(operator.roles()),
                operator.credential().value(),
                operator.disabled(),
                operator.addedAtMillis());
    }

    Operator operator() {
        return new Operator(
                new OperatorName(name),
                RoleWords.roles(roles),
                new CredentialHash(credential),
                disabled,
                addedAt);
    }

    /** Hides the credential. */
    @Override
    public String toString() {
        return "OperatorRow[" + name + "]";
    }
}
