package com.luckyfunatic.admin;

import com.luckyfunatic.engine.id.IdSource;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records what a command does among what operators ask for, where {@code /support/actions} shows
 * it. Not thread-safe.
 */
public final class OperatorRecord {
    private final GameStorage opened;
    private final OperatorName who;
    private final IdSource ids;

    /**
     * @param who the name that was given, or that of the user of the operating system
     */
    public OperatorRecord(GameStorage opened, String who) {
        this.opened = opened;
        this.who = nameOf(who);
        ids = opened.ids(0, opened.clock());
    }

    /** Returns under which name it is recorded. */
    public OperatorName who() {
        return who;
    }

    /**
     * Returns {@code text} as an operator's name can be written: small letters, {@code -} for what
     * no name has.
     */
    public static OperatorName nameOf(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
        String begun =
                plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "os" + plain : plain;
        return new OperatorName(
                begun.substring(0, Math.min(begun.length(), OperatorName.LENGTH_MAX)));
    }

    /**
     * Does {@code work} and records it: that it is begun before it, and how it ended.
     *
     * @param work returns an exit code; any but {@link ExitCodes#OK} means that nothing was done
     * @return that exit code
     */
    public int around(
            String action,
            @Nullable PlayerId player,
            @Nullable String reference,
            String detail,
            IntSupplier work) {
        add(action, player, reference, ActionOutcome.BEGUN, detail);
        int code = noting(action, player, reference, detail, work::getAsInt);
        add(
                action,
                player,
                reference,
                code == ExitCodes.OK ? ActionOutcome.DONE : ActionOutcome.REFUSED,
                detail);
        return code;
    }

    /**
     * Does {@code work}, and records when it fails by an exception: then it may have been done.
     * What else comes of it the caller records.
     */
    public <T> T noting(
            String action,
            @Nullable PlayerId player,
            @Nullable String reference,
            String detail,
            Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            try {
                String failure = e.getClass().getSimpleName() + "; " + detail;
                add(action, player, reference, ActionOutcome.FAILED, failure);
            } catch (RuntimeException another) {
                // The store that failed may be the one that records.
                e.addSuppressed(another);
            }
            throw e;
        }
    }

    /**
     * Records something; a detail that is too long is cut.
     *
     * @param action what, a word of a-z and {@code _}
     * @param player whom it is about; null for nobody in particular
     * @param reference the name of what it is about; null for none
     */
    public void add(
            String action,
            @Nullable PlayerId player,
            @Nullable String reference,
            ActionOutcome outcome,
            String detail) {
        opened.operatorActions()
                .append(
                        new OperatorAction(
                                ids.next(),
                                who,
                                opened.clock().millis(),
                                action,
                                player,
                                reference,
                                outcome,
                                OperatorAction.detailOf(detail)));
    }
}
