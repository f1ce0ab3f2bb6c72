package com.luckyfunatic.server.stars;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.store.StoreCommand;
import com.luckyfunatic.server.crypto.Sha256;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of payments in Stars: the operations of the players who have made them.
 * Thread-safe; calls block on the storage.
 */
@Singleton
public final class StarCharges {
    private static final String PAID = "stars:";
    private static final String BACK = "stars-back:";

    private final GameEngine engine;

    StarCharges(GameEngine engine) {
        this.engine = engine;
    }

    /** Returns what came of a payment when it was first told; null when it was not. */
    public @Nullable Result paid(PlayerId player, String charge) {
        return engine.operation(player, operation(PAID, charge)).map(Answer::outcome).orElse(null)
                        instanceof Outcome.Accepted(Result result)
                ? result
                : null;
    }

    /** Returns when it was noted that the Stars went back, epoch milliseconds; empty for never. */
    public Optional<Long> backAtMillis(PlayerId player, String charge) {
        return engine.operation(player, operation(BACK, charge)).map(Answer::nowMillis);
    }

    /** Gives the goods of a payment, or finds that they were given. */
    Outcome pay(PlayerId player, StoreCommand.PayWithStars paid, Actor actor) {
        return execute(player, operation(PAID, paid.chargeId()), actor, paid).outcome();
    }

    /** Notes that the Stars of a payment went back, whoever wanted that; once more is no error. */
    public Answer noteBack(PlayerId player, StoreCommand.NoteStarsRefund back, Actor actor) {
        return execute(player, operation(BACK, back.chargeId()), actor, back);
    }

    private Answer execute(PlayerId player, OperationId operation, Actor actor, Command command) {
        return engine.execute(
                new CommandEnvelope(player, operation, engine.clock().millis(), actor, command));
    }

    /** A digest, because names of payments are longer than ids of operations. */
    private static OperationId operation(String kind, String charge) {
        return OperationId.own(
                kind + Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(charge)));
    }
}
