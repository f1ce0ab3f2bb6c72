package com.luckyfunatic.engine.platform;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.platform.PlatformCommand.ReturnTransfer;

/** Gives a player back what failed: one operation for each transfer, whoever carries it out. */
final class TransferReturn {
    private static final Actor SENDER = new Actor.Job("transfer-sender");

    private TransferReturn() {}

    /**
     * Gives the items back, once for ever.
     *
     * @throws IllegalStateException when they cannot be given back
     */
    static void execute(GameEngine engine, Transfer transfer) {
        OperationId once = OperationId.own("transfer-return:" + transfer.id());
        Answer answer =
                engine.execute(
                        new CommandEnvelope(
                                transfer.player(),
                                once,
                                engine.clock().millis(),
                                SENDER,
                                new ReturnTransfer(
                                        transfer.id(), transfer.item(), transfer.count())));
        if (answer.outcome() instanceof Outcome.OperationIdReused) {
            // Another build may have written the command in another form: what it came to counts.
            answer = engine.operation(transfer.player(), once).orElse(answer);
        }
        if (!(answer.outcome() instanceof Outcome.Accepted)) {
            throw new IllegalStateException(
                    "transfer " + transfer.id() + " cannot be given back: " + answer.outcome());
        }
    }
}
