package com.luckyfunatic.storage.audit;

/** Seals were made with a key, without which they cannot be checked, nor others follow them. */
public final class MissingKeyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingKeyException(String log, long seal) {
        super(
                "Seal "
                        + seal
                        + " of "
                        + log
                        + " was made with a key: without it nothing can be checked or sealed.");
    }
}
