package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.raffle.RaffleTables;
import com.luckyfunatic.storage.raffle.Sql;
import com.luckyfunatic.storage.raffle.SqlRaffles;
import java.sql.Connection;

/**
 * Raffles, their tickets and their winners. Callers of this process change them in turns, so that a
 * crowd before one raffle does not take every connection. Thread-safe.
 */
final class MySqlRaffles extends SqlRaffles {
    private final Transactions transactions;
    private final StockTurns turns;
    private final GameCodec codec;

    MySqlRaffles(Transactions transactions, StockTurns turns, GameCodec codec) {
        this.transactions = transactions;
        this.turns = turns;
        this.codec = codec;
    }

    @Override
    protected <T> T read(Work<T> work) {
        return transactions.run(connection -> work.run(tables(connection)));
    }

    @Override
    protected <T> T write(RaffleId raffle, Work<T> work) {
        return turns.run(raffle, connection -> work.run(tables(connection)));
    }

    private RaffleTables tables(Connection connection) {
        return new RaffleTables(Sql.shared(connection::prepareStatement), codec);
    }
}
