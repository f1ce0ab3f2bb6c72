package com.luckyfunatic.engine.hold;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;

/**
 * Has players pay for what is held for them, by a command under the hold's operation id, and has
 * the hold follow: kept for good, or given back.
 *
 * <p>The player's operation is the one truth about a payment; the hold follows it. Whoever is
 * interrupted between the steps leaves a hold behind, which a repeat or the {@link HoldSweeper}
 * settles by the same rule. An unknown outcome is never taken for a refusal: the hold stays until
 * the operation can be asked.
 *
 * <p>Thread-safe; calls block on the storage, and throw {@link
 * com.luckyfunatic.engine.storage.StorageException} when it cannot do its part: whether it is paid
 * is unknown then, and the same call may be repeated.
 */
public final class HoldPayments<H extends Hold> {
    private final GameEngine engine;
    private final Holds<H> holds;

    /** Has players of {@code engine} pay for what is in {@code holds}. */
    public HoldPayments(GameEngine engine, Holds<H> holds) {
        this.engine = engine;
        this.holds = holds;
    }

    /** Has {@code hold} paid for that was made just now. */
    public Answer pay(H hold, long nowMillis, Actor actor) {
        return followed(hold, charge(hold, nowMillis, actor, hold.untilMillis()));
    }

    /** Returns the first answer to the payment of {@code known}, which was made earlier. */
    public Answer payAgain(H known, long nowMillis, Actor actor) {
        // What is over must not be decided anew, although its refusal may be forgotten: a refusal
        // is soft, and what was held has gone to others.
        long limit =
                known.isReleased() ? Math.min(known.untilMillis(), nowMillis) : known.untilMillis();
        Answer answer = charge(known, nowMillis, actor, limit);
        return followed(
                known, HoldSettlement.firstAnswer(engine.storage().players(), known, answer));
    }

    private Answer charge(H hold, long nowMillis, Actor actor, long limitMillis) {
        return engine.execute(
                new CommandEnvelope(
                        hold.player(),
                        hold.operationId(),
                        nowMillis,
                        actor,
                        hold.payment(),
                        limitMillis));
    }

    private Answer followed(H hold, Answer answer) {
        HoldSettlement.follow(holds, hold, answer);
        return answer;
    }
}
