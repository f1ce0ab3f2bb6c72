package com.luckyfunatic.devservers;

/**
 * Says that a server cannot be had on this machine, whatever is tried: there is no binary for the
 * platform, or the one there is does not run. A test that needs the server is left out with this
 * message.
 */
public final class ServerUnavailableException extends RuntimeException {
    /** With a sentence for people. */
    public ServerUnavailableException(String message) {
        super(message);
    }
}
