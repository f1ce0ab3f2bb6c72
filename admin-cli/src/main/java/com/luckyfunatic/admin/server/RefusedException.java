package com.luckyfunatic.admin.server;

/** Carries what a server refused on the way to what a command is about. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SupportClient.Reply reply;

    /** Carries {@code reply}. */
    public RefusedException(SupportClient.Reply reply) {
        this.reply = reply;
    }

    SupportClient.Reply reply() {
        return reply;
    }
}
