package com.luckyfunatic.server.telegram.bot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.luckyfunatic.engine.connection.ChannelId;
import com.luckyfunatic.engine.connection.ChannelMembership;
import com.luckyfunatic.engine.connection.MembershipUnknownException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * Who is a member of channels, asked no more than once in a few seconds about somebody who is not:
 * who presses a button again and again must not use up what Telegram lets the bot ask.
 *
 * <p>"Yes" is not remembered, for it is recorded by whoever asked; nor is an unknown answer. A few
 * who ask at the same moment may all be sent on. Thread-safe.
 */
public final class RememberedAbsence implements ChannelMembership {
    private static final int ABSENCES_MAX = 100_000;

    private final ChannelMembership membership;
    private final Cache<Asked, Boolean> absences;

    private record Asked(ChannelId channel, long telegramId) {}

    /**
     * Asks {@code membership}.
     *
     * @param kept for how long "no" is remembered
     */
    public RememberedAbsence(ChannelMembership membership, Duration kept, InstantSource clock) {
        this.membership = membership;
        absences =
                Caffeine.newBuilder()
                        .maximumSize(ABSENCES_MAX)
                        .expireAfterWrite(kept)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .executor(Runnable::run)
                        .build();
    }

    /**
     * {@inheritDoc}
     *
     * @throws MembershipUnknownException when it cannot be found out now
     */
    @Override
    public boolean isMember(ChannelId channel, long telegramId) {
        Asked asked = new Asked(channel, telegramId);
        if (absences.getIfPresent(asked) != null) {
            return false;
        }
        boolean isMember = membership.isMember(channel, telegramId);
        if (!isMember) {
            absences.put(asked, true);
        }
        return isMember;
    }
}
