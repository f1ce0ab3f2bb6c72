package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.raffle.RaffleTables;
import com.luckyfunatic.storage.raffle.Sql;
import com.luckyfunatic.storage.raffle.SqlRaffles;

/**
 * Raffles, their tickets and their winners. What changes them is decided by the writer, who alone
 * does so, and forced to disk. Thread-safe.
 */
final class EmbeddedRaffles extends SqlRaffles {
    private final Database database;
    private final GameCodec codec;
    private final GroupCommit writer;

    EmbeddedRaffles(Database database, GameCodec codec, GroupCommit writer) {
        this.database = database;
        this.codec = codec;
        this.writer = writer;
    }

    @Override
    protected <T> T read(Work<T> work) {
        return database.read(reader -> work.run(tables(reader::prepare)));
    }

    @Override
    protected <T> T write(RaffleId raffle, Work<T> work) {
        return WorkWrite.forced(writer, statements -> work.run(tables(statements::prepare)));
    }

    private RaffleTables tables(Sql.Preparer preparer) {
        return new RaffleTables(Sql.alone(preparer), codec);
    }
}
