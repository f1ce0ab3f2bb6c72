package com.luckyfunatic.server.telegram.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.luckyfunatic.engine.connection.ChannelId;
import com.luckyfunatic.engine.connection.ChannelMembership;
import com.luckyfunatic.engine.connection.MembershipUnknownException;
import com.luckyfunatic.engine.testkit.SettableClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That "no" is remembered for a while, and nothing else. */
class RememberedAbsenceTest {
    private static final ChannelId CHANNEL = new ChannelId("@funatic");
    private static final ChannelId OTHER = new ChannelId("@other");
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final SettableClock clock = new SettableClock();
    private final Set<Long> members = new HashSet<>();
    private boolean isSilent;
    private int asked;

    private final ChannelMembership membership = new RememberedAbsence(this::answer, KEPT, clock);

    private boolean answer(ChannelId channel, long telegramId) {
        asked++;
        if (isSilent) {
            throw new MembershipUnknownException("silent", Duration.ofSeconds(1), null);
        }
        return channel.equals(CHANNEL) && members.contains(telegramId);
    }

    @Test
    void no_is_remembered_until_its_time_is_over() {
        assertThat(membership.isMember(CHANNEL, 7)).isFalse();
        members.add(7L);
        clock.advance(KEPT.minusMillis(1));
        assertThat(membership.isMember(CHANNEL, 7)).isFalse();
        assertThat(asked).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));

        assertThat(membership.isMember(CHANNEL, 7)).isTrue();
    }

    @Test
    void no_says_nothing_of_others_or_of_other_channels() {
        members.add(8L);
        assertThat(membership.isMember(CHANNEL, 7)).isFalse();

        assertThat(membership.isMember(CHANNEL, 8)).isTrue();
        assertThat(membership.isMember(OTHER, 8)).isFalse();
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void yes_is_not_remembered() {
        members.add(7L);
        assertThat(membership.isMember(CHANNEL, 7)).isTrue();

        members.clear();

        assertThat(membership.isMember(CHANNEL, 7)).isFalse();
    }

    @Test
    void silence_is_not_remembered() {
        isSilent = true;
        assertThatExceptionOfType(MembershipUnknownException.class)
                .isThrownBy(() -> membership.isMember(CHANNEL, 7));

        isSilent = false;
        members.add(7L);

        assertThat(membership.isMember(CHANNEL, 7)).isTrue();
    }
}
