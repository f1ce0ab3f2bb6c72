package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;

/** Binds the values of an idempotent statement, one after the other. For one thread. */
final class Binder {
    private BoundStatementBuilder statement;
    private int next;

    Binder(PreparedStatement prepared) {
        statement = prepared.boundStatementBuilder().setIdempotence(true);
    }

    Binder put(long value) {
        statement = statement.setLong(next++, value);
        return this;
    }

    Binder put(int value) {
        statement = statement.setInt(next++, value);
        return this;
    }

    Binder put(String value) {
        statement = statement.setString(next++, value);
        return this;
    }

    Binder put(ByteBuffer value) {
        statement = statement.setByteBuffer(next++, value);
        return this;
    }

    /** Binds a moment, epoch milliseconds. */
    Binder putMoment(long millis) {
        statement = statement.setInstant(next++, Instant.ofEpochMilli(millis));
        return this;
    }

    Binder put(LocalDate value) {
        statement = statement.setLocalDate(next++, value);
        return this;
    }

    /** Leaves values unset: a null would be stored, as a tombstone. */
    Binder skip(int values) {
        next += values;
        return this;
    }

    Binder pageSize(int rows) {
        statement = statement.setPageSize(rows);
        return this;
    }

    BoundStatement build() {
        return statement.build();
    }
}
