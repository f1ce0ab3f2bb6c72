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
                        + ". Stop the server first, where this command opens the storage itself."
                        + " What has --server works beside it, by asking it: funatic admin support,"
                        + " adjust, and some of catalog, player and tournament."
                : reason;
    }
}
