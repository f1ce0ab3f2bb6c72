package com.luckyfunatic.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Looks into the file of an open storage, and changes it behind its back. */
record StorageProbe(EmbeddedStorage storage) {
    /** Returns the one number that {@code sql} selects. */
    long count(String sql) {
        return storage.database()
                .read(reader -> {
                    try (ResultSet row = reader.prepare(sql).executeQuery()) {
                        return row.getLong(1);
                    }
                });
    }

    /** Waits for a number: the storage keeps house about once a second, between transactions. */
    void awaitCount(long expected, String sql) {
        while (count(sql) != expected) {
            storage.checkAvailable();
        }
    }

    /** Runs a statement on the writer's connection. */
    void onWriter(String sql) {
        Write write =
                new Write() {
                    @Override
                    boolean isForced() {
                        return false;
                    }

                    @Override
                    void apply(WriterStatements statements) throws SQLException {
                        statements.execute(sql);
                    }
                };
        storage.writer().submit(write);
        write.await();
    }

    /** Copies what a crash of the storage in {@code files} would leave at this moment. */
    static void copy(Path files, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("funatic.db", "funatic.db-wal")) {
            Files.copy(files.resolve(name), to.resolve(name));
        }
    }
}
