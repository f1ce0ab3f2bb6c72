package com.luckyfunatic.engine.id;

/** Where new ids come from: each is given out once, whoever asks. Thread-safe. */
@FunctionalInterface
public interface IdSource {
    /**
     * Returns a new id.
     *
     * @throws com.luckyfunatic.engine.storage.StorageUnavailableException when none can be given
     *     out that is surely new
     */
    long next();
}
