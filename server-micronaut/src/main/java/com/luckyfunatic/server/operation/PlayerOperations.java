package com.luckyfunatic.server.operation;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.server.api.IdempotencyKeys;
import com.luckyfunatic.server.campaign.Visits;
import com.luckyfunatic.server.engine.FollowUpJob;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.request.RequestContext;
import com.luckyfunatic.server.token.TokenAuthentication;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries out callers' commands under their operation ids, and turns what the engine refuses into
 * error answers. Thread-safe; calls block on the storage.
 */
@Singleton
public final class PlayerOperations {
    /** What the API description says about the header of {@link #perform}. */
    public static final String KEY =
            "The caller's name for this operation, 1 to 64 printable ASCII characters, not"
                + " beginning with `~`. A repeat under it within 24 hours has no further effect and"
                + " gives the first answer, with `Idempotency-Hit: true`.";

    /** What the API description says about the header of {@link #performNamed}. */
    public static final String KEY_OR_NAME =
            KEY
                    + " Without it the server makes a name, and answers it in the same header,"
                    + " also with an error that leaves the outcome unknown.";

    private static final Actor PLATFORM = new Actor.Job("platform");

    private final GameEngine engine;
    private final FollowUpJob followUps;
    private final Visits visits;

    /** Carries commands out in {@code engine}. */
    public PlayerOperations(GameEngine engine, FollowUpJob followUps, Visits visits) {
        this.engine = engine;
        this.followUps = followUps;
        this.visits = visits;
    }

    /**
     * Carries out a command that is cheap to lose: without a key it has no name, and a repeat is a
     * new intent.
     *
     * @param idempotencyKey the header as it was sent; null for none
     * @throws ProblemException when the rules refuse it, or the key is not usable
     */
    public Performed perform(
            TokenAuthentication caller, @Nullable String idempotencyKey, Command command) {
        return execute(caller, IdempotencyKeys.parse(idempotencyKey), command, engine::execute);
    }

    /**
     * Carries out a command whose outcome a caller may have to ask for: without a key the server
     * names it.
     *
     * @param idempotencyKey the header as it was sent; null for none
     * @throws ProblemException when the rules refuse it, or the key is not usable
     */
    public Performed performNamed(
            TokenAuthentication caller, @Nullable String idempotencyKey, Command command) {
        return performNamed(caller, idempotencyKey, command, engine::execute);
    }

    /**
     * Carries out a command for which there is more to do than what the rules decide.
     *
     * @param idempotencyKey the header as it was sent; null for none
     * @param execution has the engine carry it out
     * @throws ProblemException when the rules refuse it, or the key is not usable
     */
    public Performed performNamed(
            TokenAuthentication caller,
            @Nullable String idempotencyKey,
            Command command,
            Function<CommandEnvelope, Answer> execution) {
        OperationId given = IdempotencyKeys.parse(idempotencyKey);
        return execute(
                caller,
                given != null ? given : new OperationId(UUID.randomUUID().toString()),
                command,
                execution);
    }

    /**
     * Carries out a command of the platform on a player's game.
     *
     * @param key the platform's name for it, which answers show
     * @param stored the name that it is kept under
     * @throws ProblemException when the rules refuse it
     */
    public Performed performForPlatform(
            PlayerId player, OperationId key, OperationId stored, Command command) {
        return execute(
                new CommandEnvelope(player, stored, engine.clock().millis(), PLATFORM, command),
                key,
                0,
                engine::execute);
    }

    /**
     * Has the engine carry out, or only try, a command of an operator.
     *
     * @throws ProblemException when the rules refuse it
     */
    public Performed performForOperator(
            CommandEnvelope envelope, Function<CommandEnvelope, Answer> execution) {
        return execute(envelope, null, 0, execution);
    }

    private Performed execute(
            TokenAuthentication caller,
            @Nullable OperationId operationId,
            Command command,
            Function<CommandEnvelope, Answer> execution) {
        CommandEnvelope envelope =
                new CommandEnvelope(
                        caller.player(),
                        operationId,
                        engine.clock().millis(),
                        Actor.Player.SELF,
                        command);
        visits.note(caller.player());
        return execute(envelope, operationId, caller.sessionId(), execution);
    }

    private Performed execute(
            CommandEnvelope envelope,
            @Nullable OperationId operationId,
            long session,
            Function<CommandEnvelope, Answer> execution) {
        rememberForErrors(operationId);
        Answer answer = execution.apply(envelope);
        return switch (answer.outcome()) {
            case Outcome.Accepted(Result result) -> {
                followUps.mayHaveCome();
                yield new Performed(
                        operationId,
                        answer,
                        result,
                        existing(answer.state()),
                        engine.contextAt(answer.nowMillis()),
                        session);
            }
            case Outcome.Refused(Refusal reason) -> throw refused(operationId, answer, reason);
            case Outcome.OperationIdReused() ->
                    throw new ProblemException(
                            ProblemCode.IDEMPOTENCY_KEY_REUSED,
                            ProblemCode.IDEMPOTENCY_KEY_REUSED.description());
        };
    }

    /** Whatever goes wrong from now on, the caller learns by which name to ask. */
    private static void rememberForErrors(@Nullable OperationId operationId) {
        RequestContext request = RequestContext.current();
        if (request != null) {
            request.operationId(operationId);
        }
    }

    private ProblemException refused(
            @Nullable OperationId operationId, Answer answer, Refusal reason) {
        if (reason instanceof PlayerRefusal.UnknownPlayer) {
            return RefusalProblems.unknownPlayer();
        }
        ProblemException problem = RefusalProblems.of(reason, engine.catalog());
        if (operationId == null) {
            return problem;
        }
        return problem.withHeaders(
                answer.repeated()
                        ? Map.of(
                                IdempotencyKeys.HEADER,
                                operationId.value(),
                                IdempotencyKeys.HIT_HEADER,
                                "true")
                        : Map.of(IdempotencyKeys.HEADER, operationId.value()));
    }

    private static PlayerState existing(@Nullable PlayerState state) {
        if (state == null) {
            throw RefusalProblems.unknownPlayer();
        }
        return state;
    }
}
