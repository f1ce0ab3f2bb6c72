package com.luckyfunatic.operations.adjust;

import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.operations.operator.SupportLimit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file that moves much, or is about many, was approved by another person: one rule,
 * whichever way it goes.
 *
 * @param operators who may do what now
 * @param actions what they have done
 * @param alone above which amount of a file, or number of players, another person has to approve it
 */
public record SecondPerson(
        Operators operators, OperatorActions actions, ToLongFunction<SupportLimit> alone) {
    private static final Set<Role> AUTHORS = Set.of(Role.SUPPORT, Role.SUPPORT_LEAD);
    private static final Set<Role> APPROVERS = Set.of(Role.SUPPORT_LEAD);

    /** What a file that moves much lacks. */
    public enum Lack {
        /** Somebody who is known and may carry it out. */
        AUTHOR,
        /** Another person who approves it. */
        OTHER,
        /** The approval of that person, or their right to give it. */
        APPROVAL
    }

    /**
     * What keeps one person from carrying a file out.
     *
     * @param lack what there must be
     * @param beyond what one person may not do alone, in words
     */
    public record Missing(Lack lack, List<String> beyond) {
        /** Returns why another person is needed. */
        public String why() {
            return SecondPerson.why(beyond);
        }
    }

    /** Returns why another person is needed for what is {@code beyond} the limits. */
    public static String why(List<String> beyond) {
        return "More than one person may do alone: " + String.join("; ", beyond) + ".";
    }

    /** Returns whether {@code operator} approves files. */
    public static boolean isApprover(Operator operator) {
        return operator.hasAny(APPROVERS);
    }

    /**
     * Returns what keeps {@code author} from carrying {@code file} out; empty when nothing does.
     *
     * @param author who has signed in; null for nobody
     * @param approver who is said to have approved it; null for nobody
     */
    public Optional<Missing> missing(
            AdjustmentManifest file, @Nullable Operator author, @Nullable OperatorName approver) {
        List<String> beyond = beyond(file);
        if (beyond.isEmpty()) {
            return Optional.empty();
        }
        return lack(file, author, approver).map(lack -> new Missing(lack, beyond));
    }

    /** Returns what one person may not do alone, in words. */
    public List<String> beyond(AdjustmentManifest file) {
        return file.totals().beyond(alone);
    }

    private Optional<Lack> lack(
            AdjustmentManifest file, @Nullable Operator author, @Nullable OperatorName approver) {
        if (author == null || !author.hasAny(AUTHORS)) {
            return Optional.of(Lack.AUTHOR);
        }
        if (approver == null || approver.equals(author.name())) {
            return Optional.of(Lack.OTHER);
        }
        boolean mayApprove = operators.find(approver).filter(SecondPerson::isApprover).isPresent();
        return mayApprove && new FileApprovals(actions).isApproved(file, approver)
                ? Optional.empty()
                : Optional.of(Lack.APPROVAL);
    }
}
