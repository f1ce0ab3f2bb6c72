package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.token.OperatorAuthentication;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records what operators ask for. Reads are recorded before anything is shown: what cannot be
 * recorded is not shown. Thread-safe; calls block on the storage.
 */
@Singleton
final class SupportAudit {
    /** Of a request whose refusal or failure is recorded. */
    private static final String RECORDED = "funatic.refusal-recorded";

    private final GameEngine engine;

    SupportAudit(GameEngine engine) {
        this.engine = engine;
    }

    /** Records that {@code caller} is about to see something of {@code player}. */
    void read(OperatorAuthentication caller, String what, PlayerId player) {
        record(caller, what, player, null, ActionOutcome.DONE, "");
    }

    /** Records that {@code caller} is about to see something of several players. */
    void read(OperatorAuthentication caller, String what, String detail) {
        record(caller, what, null, null, ActionOutcome.DONE, detail);
    }

    /**
     * Does {@code work}, and records when it is refused or fails. What was done the caller records,
     * who knows more of it.
     */
    <T> T recordingWhyNot(
            OperatorAuthentication caller,
            String action,
            @Nullable PlayerId player,
            @Nullable String reference,
            String words,
            Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            ActionOutcome outcome =
                    e instanceof ProblemException ? ActionOutcome.REFUSED : ActionOutcome.FAILED;
            String why =
                    e instanceof ProblemException problem
                            ? problem.code().word()
                            : e.getClass().getSimpleName();
            try {
                record(caller, action, player, reference, outcome, why + "; " + words);
            } catch (RuntimeException another) {
                // It stays what it is; RefusedWriteFilter tries again, and logs it.
                e.addSuppressed(another);
            }
            throw e;
        }
    }

    /** Returns whether it is recorded already that {@code request} was refused or has failed. */
    static boolean hasRefusal(HttpRequest<?> request) {
        return request.getAttributes().contains(RECORDED);
    }

    /** Records something; a detail that is too long is cut. */
    void record(
            OperatorAuthentication caller,
            String action,
            @Nullable PlayerId player,
            @Nullable String reference,
            ActionOutcome outcome,
            String detail) {
        record(caller.operator().name(), action, player, reference, outcome, detail);
        if (outcome == ActionOutcome.REFUSED || outcome == ActionOutcome.FAILED) {
            ServerRequestContext.currentRequest()
                    .ifPresent(request -> request.setAttribute(RECORDED, true));
        }
    }

    /** Records something of an operator who has not signed in. */
    void record(
            OperatorName operator,
            String action,
            @Nullable PlayerId player,
            @Nullable String reference,
            ActionOutcome outcome,
            String detail) {
        engine.storage()
                .operatorActions()
                .append(
                        new OperatorAction(
                                engine.ids().next(),
                                operator,
                                engine.clock().millis(),
                                action,
                                player,
                                reference,
                                outcome,
                                OperatorAction.detailOf(detail)));
    }
}
