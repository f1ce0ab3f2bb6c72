package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StorageConflictException;

/** Records of what operators asked for that do one thing wrong. */
final class OperatorActionFaults {
    private OperatorActionFaults() {}

    abstract static class Entries extends BrokenStorage implements OperatorActions {
        Entries(PlainStorage right) {
            super(right);
        }

        final OperatorActions rightOnes() {
            return right.operatorActions();
        }

        @Override
        public final OperatorActions operatorActions() {
            return this;
        }

        @Override
        public void append(OperatorAction action) {
            rightOnes().append(action);
        }

        @Override
        public Page<OperatorAction> latest(long beforeId, int limit) {
            return rightOnes().latest(beforeId, limit);
        }

        @Override
        public Page<OperatorAction> of(OperatorName operator, long beforeId, int limit) {
            return rightOnes().of(operator, beforeId, limit);
        }

        @Override
        public Page<OperatorAction> about(PlayerId player, long beforeId, int limit) {
            return rightOnes().about(player, beforeId, limit);
        }
    }

    /** Says nothing of an id that is taken. */
    static final class Overwrites extends Entries {
        Overwrites(PlainStorage right) {
            super(right);
        }

        @Override
        public void append(OperatorAction action) {
            try {
                super.append(action);
            } catch (StorageConflictException e) {
                // Taken for a repeat.
            }
        }
    }

    static final class RefusesARepeat extends Entries {
        RefusesARepeat(PlainStorage right) {
            super(right);
        }

        @Override
        public void append(OperatorAction action) {
            if (of(action.operator(), Long.MAX_VALUE, Page.LIMIT_MAX).items().contains(action)) {
                throw new StorageConflictException("it is there already");
            }
            super.append(action);
        }
    }

    static final class TellsTheOldestFirst extends Entries {
        TellsTheOldestFirst(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<OperatorAction> latest(long beforeId, int limit) {
            Page<OperatorAction> page = super.latest(beforeId, limit);
            return new Page<>(page.items().reversed(), page.hasMore());
        }
    }

    static final class RepeatsTheBorder extends Entries {
        RepeatsTheBorder(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<OperatorAction> of(OperatorName operator, long beforeId, int limit) {
            return super.of(operator, Math.max(beforeId, beforeId + 1), limit);
        }
    }

    static final class MixesOperators extends Entries {
        MixesOperators(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<OperatorAction> of(OperatorName operator, long beforeId, int limit) {
            return super.latest(beforeId, limit);
        }
    }

    static final class ForgetsThePlayer extends Entries {
        ForgetsThePlayer(PlainStorage right) {
            super(right);
        }

        @Override
        public void append(OperatorAction action) {
            super.append(
                    new OperatorAction(
                            action.id(),
                            action.operator(),
                            action.atMillis(),
                            action.action(),
                            null,
                            action.reference(),
                            action.outcome(),
                            action.detail()));
        }
    }
}
