package com.luckyfunatic.admin.server;

/** Says that a server does not know what a command is about. */
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says so in {@code message}. */
    public NotFoundException(String message) {
        super(message);
    }
}
