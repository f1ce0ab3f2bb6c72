package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.raffle.RaffleTables;
import com.luckyfunatic.storage.raffle.Sql;
import com.luckyfunatic.storage.raffle.SqlRaffles;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
        RaffleWrite<T> write = new RaffleWrite<>(work);
        writer.submit(write);
        write.await();
        return write.result();
    }

    private RaffleTables tables(Sql.Preparer preparer) {
        return new RaffleTables(Sql.alone(preparer), codec);
    }

    /** Work of the writer; what cannot be understood fails it, not the writes beside it. */
    private final class RaffleWrite<T> extends Write {
        private final Work<T> work;
        private volatile @Nullable T result;
        private volatile @Nullable StorageCorruptException corrupt;

        RaffleWrite(Work<T> work) {
            this.work = work;
        }

        @Override
        boolean isForced() {
            return true;
        }

        @Override
        void apply(WriterStatements statements) throws SQLException {
            try {
                result = work.run(tables(statements::prepare));
            } catch (StorageCorruptException e) {
                corrupt = e;
            }
        }

        T result() {
            T made = result;
            if (made == null) {
                throw new StorageCorruptException(
                        "a raffle cannot be understood", Objects.requireNonNull(corrupt));
            }
            return made;
        }
    }
}
