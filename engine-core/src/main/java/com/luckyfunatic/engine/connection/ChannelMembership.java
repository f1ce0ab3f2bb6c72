package com.luckyfunatic.engine.connection;

/**
 * Who is a member of channels of Telegram: a port, because only Telegram knows.
 *
 * <p>Rules never ask; whoever makes a command that depends on it asks first and puts the answer
 * into the command. Thread-safe; calls block for as long as an implementation says.
 */
public interface ChannelMembership {
    /**
     * Returns whether an account is a member of {@code channel} now.
     *
     * @param telegramId the account
     * @throws MembershipUnknownException when it cannot be found out now
     */
    boolean isMember(ChannelId channel, long telegramId);
}
