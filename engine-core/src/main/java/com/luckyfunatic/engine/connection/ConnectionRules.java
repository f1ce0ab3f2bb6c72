package com.luckyfunatic.engine.connection;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.connection.ConnectionCommand.ChooseExchange;
import com.luckyfunatic.engine.connection.ConnectionCommand.ConnectTonWallet;
import com.luckyfunatic.engine.connection.ConnectionEvent.ExchangeChosen;
import com.luckyfunatic.engine.connection.ConnectionEvent.TonWalletConnected;
import com.luckyfunatic.engine.player.PlayerState;
import org.jspecify.annotations.Nullable;

/** The rules of what players connect outside the game. Pure. */
public final class ConnectionRules {
    private ConnectionRules() {}

    /** Decides a command on connections. */
    public static Decision decide(
            PlayerState state, ConnectionCommand command, RuleContext context) {
        return switch (command) {
            case ConnectTonWallet connect -> connect(state, connect, context.nowMillis());
            case ChooseExchange(var exchange) -> choose(state, exchange, context);
        };
    }

    private static Decision connect(PlayerState state, ConnectTonWallet connect, long now) {
        if (!connect.owner().equals(state.id())) {
            return Decision.refused(new ConnectionRefusal.WalletTaken(connect.address()));
        }
        ConnectionRefusal untimely = untimely(connect, now);
        if (untimely != null) {
            return Decision.refused(untimely);
        }
        // One number instead of a list of what was used: a challenge devalues those before it.
        if (connect.challengedAtMillis() <= state.connections().usedUntilMillis()) {
            return Decision.refused(
                    new ConnectionRefusal.TonProofUsed(connect.challengedAtMillis()));
        }
        return Decision.accepted(
                Result.Done.DONE,
                new TonWalletConnected(connect.address(), connect.challengedAtMillis(), now));
    }

    private static @Nullable ConnectionRefusal untimely(ConnectTonWallet connect, long now) {
        if (now < connect.validFromMillis()) {
            return new ConnectionRefusal.TonProofFromFuture(connect.validFromMillis());
        }
        return now > connect.validUntilMillis()
                ? new ConnectionRefusal.TonProofExpired(connect.validUntilMillis())
                : null;
    }

    /** Returns whether the proof of {@code connect} is neither too old nor too early. */
    public static boolean isInTime(ConnectTonWallet connect, long nowMillis) {
        return untimely(connect, nowMillis) == null;
    }

    private static Decision choose(PlayerState state, ExchangeId exchange, RuleContext context) {
        if (context.catalog().exchange(exchange) == null) {
            return Decision.refused(new ConnectionRefusal.UnknownExchange(exchange));
        }
        ChosenExchange chosen = state.connections().exchange();
        return chosen != null && chosen.exchange().equals(exchange)
                ? Decision.accepted(Result.Done.DONE)
                : Decision.accepted(
                        Result.Done.DONE, new ExchangeChosen(exchange, context.nowMillis()));
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, ConnectionEvent event) {
        ConnectionState before = state.connections();
        return switch (event) {
            case TonWalletConnected(var address, long challengedAt, long at) -> {
                TonWallet known = before.ton();
                TonWallet wallet =
                        known != null && known.address().equals(address)
                                ? known
                                : new TonWallet(address, at);
                yield with(state, new ConnectionState(wallet, before.exchange(), challengedAt));
            }
            case ExchangeChosen(var exchange, long at) ->
                    with(
                            state,
                            new ConnectionState(
                                    before.ton(),
                                    new ChosenExchange(exchange, at),
                                    before.usedUntilMillis()));
        };
    }

    private static PlayerState with(PlayerState state, ConnectionState connections) {
        return state.change().connections(connections).done();
    }
}
