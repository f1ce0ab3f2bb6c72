package com.luckyfunatic.operations;

import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Asks whether a player may play, for those who can wait for the answer. */
public final class AwaitedAdmission {
    private AwaitedAdmission() {}

    /**
     * Returns whether {@code player} may play, as {@link Admissions#admission} finds out; blocks
     * until it is known.
     *
     * @throws StorageUnavailableException when it cannot be found out
     */
    public static Admission of(Admissions admissions, PlayerId player) {
        CompletableFuture<Admission> answer = new CompletableFuture<>();
        admissions.admission(player, answer::complete, answer::completeExceptionally);
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StorageException failure) {
                throw failure;
            }
            throw new StorageUnavailableException("bans cannot be read", e);
        }
    }
}
