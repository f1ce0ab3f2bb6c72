package com.luckyfunatic.storage.mysql;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the error codes of MySQL and MariaDB mean for a caller. */
final class SqlErrors {
    private static final int DUPLICATE_KEY = 1062;

    /**
     * Inserted by somebody else, deadlock, lock wait timeout, changed meanwhile (MariaDB):
     * repeating the transaction helps.
     */
    private static final Set<Integer> CONTENTION = Set.of(DUPLICATE_KEY, 1213, 1205, 1020);

    /** Shutting down, out of connections, killed: another connection may help. */
    private static final Set<Integer> LOST = Set.of(1040, 1053, 1077, 1080, 1152, 1184, 1927);

    private SqlErrors() {}

    /** Returns the database's error behind {@code failure}, null when it is none. */
    static @Nullable SQLException in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e) {
                return e;
            }
        }
        return null;
    }

    /** Returns whether a row with the same unique key exists. */
    static boolean isDuplicateKey(SQLException e) {
        return e.getErrorCode() == DUPLICATE_KEY;
    }

    /** Returns whether the connection was lost or never made, so that another one may help. */
    static boolean isLost(SQLException e) {
        return state(e).startsWith("08") || LOST.contains(e.getErrorCode());
    }

    /** Returns whether the same transaction can succeed when it is repeated. */
    static boolean mayPass(SQLException e) {
        return isLost(e) || state(e).equals("40001") || CONTENTION.contains(e.getErrorCode());
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }
}
