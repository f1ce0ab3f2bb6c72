package com.luckyfunatic.server.operation;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.tap.TapSession;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.view.GameStateView;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * A command that was carried out, and everything needed to show it.
 *
 * <p>All of it comes from the stored answer, so that a repeat looks exactly like the first time.
 *
 * @param operationId the name it is known by; null when it has none
 * @param answer the engine's answer
 * @param result what it gave
 * @param state the player's state right after it
 * @param context the moment of the answer
 * @param session the caller's login session
 */
public record Performed(
        @Nullable OperationId operationId,
        Answer answer,
        Result result,
        PlayerState state,
        RuleContext context,
        long session) {
    /** The whole game right after it, as clients see it. */
    public GameStateView game() {
        return GameStateView.of(state, answer.passiveIncome(), context, session);
    }

    /**
     * The same, shown to the session that sent the tap {@code sequence} first: a repeat after a new
     * login must look like the first answer, although that login has tapped nothing yet.
     */
    public Performed inSessionOfTap(@Nullable Long sequence) {
        if (!answer.repeated() || sequence == null || state.tap().session(session) != null) {
            return this;
        }
        for (TapSession tapped : state.tap().sessions().reversed()) {
            if (tapped.sequence() == sequence) {
                return new Performed(operationId, answer, result, state, context, tapped.session());
            }
        }
        return this;
    }

    /** Answers with {@code data}, the name of the operation, and whether it is a repeat. */
    public <T> HttpResponse<Envelope<T>> respond(T data) {
        MutableHttpResponse<Envelope<T>> response =
                HttpResponse.ok(Envelope.of(data, answer.nowMillis()));
        if (operationId != null) {
            response.header(IdempotencyKeys.HEADER, operationId.value());
        }
        if (answer.repeated()) {
            response.header(IdempotencyKeys.HIT_HEADER, "true");
        }
        return response;
    }
}
