package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.operator.CredentialHash;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.engine.storage.Page;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores of operators that do one thing wrong. */
final class OperatorFaults {
    private OperatorFaults() {}

    abstract static class Staff extends BrokenStorage implements Operators {
        Staff(PlainStorage right) {
            super(right);
        }

        final Operators staff() {
            return right.operators();
        }

        @Override
        public final Operators operators() {
            return this;
        }

        @Override
        public boolean add(Operator operator) {
            return staff().add(operator);
        }

        @Override
        public final Optional<Operator> find(OperatorName name) {
            return staff().find(name);
        }

        @Override
        public Page<Operator> list(@Nullable OperatorName after, int limit) {
            return staff().list(after, limit);
        }

        @Override
        public boolean setRoles(OperatorName name, Set<Role> roles) {
            return staff().setRoles(name, roles);
        }

        @Override
        public boolean setCredential(OperatorName name, CredentialHash credential) {
            return staff().setCredential(name, credential);
        }

        @Override
        public boolean setDisabled(OperatorName name, boolean disabled) {
            return staff().setDisabled(name, disabled);
        }
    }

    /** A name of somebody who left is given to the next one. */
    static final class ReusesNames extends Staff {
        ReusesNames(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean add(Operator operator) {
            boolean isFree = find(operator.name()).map(Operator::disabled).orElse(false);
            if (!isFree) {
                return super.add(operator);
            }
            setRoles(operator.name(), operator.roles());
            setCredential(operator.name(), operator.credential());
            return setDisabled(operator.name(), false);
        }
    }

    /** Looks first and adds then: of two at once, both believe that the name is theirs. */
    static final class AddsTwiceAtOnce extends Staff {
        AddsTwiceAtOnce(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean add(Operator operator) {
            boolean isFree = find(operator.name()).isEmpty();
            meetAnother();
            super.add(operator);
            return isFree;
        }
    }

    static final class AddsRoles extends Staff {
        AddsRoles(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean setRoles(OperatorName name, Set<Role> roles) {
            Set<Role> all = EnumSet.noneOf(Role.class);
            all.addAll(roles);
            find(name).ifPresent(operator -> all.addAll(operator.roles()));
            return super.setRoles(name, Operator.requireRoles(all));
        }
    }

    static final class KeepsTheCredential extends Staff {
        KeepsTheCredential(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean setCredential(OperatorName name, CredentialHash credential) {
            return find(name).isPresent();
        }
    }

    static final class NeverEnables extends Staff {
        NeverEnables(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean setDisabled(OperatorName name, boolean disabled) {
            return disabled ? super.setDisabled(name, true) : find(name).isPresent();
        }
    }

    /** Tells whether something changed, in place of whether there is somebody. */
    static final class CountsChanges extends Staff {
        CountsChanges(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean setDisabled(OperatorName name, boolean disabled) {
            boolean isSo = find(name).map(Operator::disabled).orElse(false) == disabled;
            return super.setDisabled(name, disabled) && !isSo;
        }
    }

    static final class RepeatsTheLastRow extends Staff {
        RepeatsTheLastRow(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<Operator> list(@Nullable OperatorName after, int limit) {
            Page<Operator> page = super.list(after, limit);
            Optional<Operator> last = after == null ? Optional.empty() : find(after);
            if (last.isEmpty() || page.items().size() == limit) {
                return page;
            }
            List<Operator> items = new ArrayList<>(page.items());
            items.addFirst(last.get());
            return new Page<>(items, page.hasMore());
        }
    }

    static final class InventsPeople extends Staff {
        InventsPeople(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean setRoles(OperatorName name, Set<Role> roles) {
            super.setRoles(name, roles);
            return true;
        }
    }
}
