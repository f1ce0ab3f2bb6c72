package com.luckyfunatic.engine.connection;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.player.PlayerId;

/** Commands on what a player connects outside the game. */
public sealed interface ConnectionCommand extends Command {
    /**
     * Connects a TON wallet, in place of the one before.
     *
     * <p>Whoever makes the command has checked all of the proof that does not depend on the time:
     * the wallet signed a challenge that was made for this player. The rest is decided here, so
     * that a repeat under the same operation id finds its first answer however late it comes.
     *
     * @param owner whose wallet it is: the first player who proved it
     * @param challengedAtMillis when the challenge was made, epoch milliseconds
     * @param validFromMillis the first moment at which the proof is accepted, epoch milliseconds
     * @param validUntilMillis the last moment at which the proof is accepted, epoch milliseconds
     */
    record ConnectTonWallet(
            TonAddress address,
            PlayerId owner,
            long challengedAtMillis,
            long validFromMillis,
            long validUntilMillis)
            implements ConnectionCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }

    /** Chooses an exchange, in place of the one before. */
    record ChooseExchange(ExchangeId exchange) implements ConnectionCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
