package com.luckyfunatic.admin;

import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageInUseException;

/** Says why a storage cannot be used, and what can be done about it. */
public final class StorageTrouble {
    private StorageTrouble() {}

    /** Returns what to print. */
    public static String text(StorageException e) {
        String reason = String.valueOf(e.getMessage());
        return e instanceof StorageInUseException
                ? reason
                        + ". Stop the server first: this command opens the storage itself. Only"
                        + " funatic admin support works beside it, with --server URL: it looks"
                        + " players up, changes them and tournaments, and publishes content."
                : reason;
    }
}
