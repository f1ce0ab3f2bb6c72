package com.luckyfunatic.storage.redis.script;

/** A script's source cannot be assembled; the message names the file and the line. */
public final class ScriptSourceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ScriptSourceException(String message) {
        super(message);
    }
}
