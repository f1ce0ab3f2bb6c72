package com.luckyfunatic.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.limit.RequestLimits.Rate;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
    private static final PlayerId PLAYER = new PlayerId(1);
    private static final InetAddress HOME = InetAddress.getLoopbackAddress();

    private final SettableMeter clock = new SettableMeter();
    private final RequestLimits limits =
            new RequestLimits(new Rate(2, 5), new Rate(1, 3), new Rate(3, 7), clock);

    @Test
    void a_burst_passes_and_then_the_rate() {
        for (int i = 0; i < 5; i++) {
            assertThat(limits.tryPlayer(PLAYER, HOME)).isZero();
        }
        assertThat(limits.tryPlayer(PLAYER, HOME)).isEqualTo(1);

        clock.advance(Duration.ofMillis(499));
        assertThat(limits.tryPlayer(PLAYER, HOME)).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(limits.tryPlayer(PLAYER, HOME)).isZero();
        assertThat(limits.tryPlayer(PLAYER, HOME)).isEqualTo(1);
    }

    @Test
    void players_do_not_share_a_bucket() {
        for (int i = 0; i < 6; i++) {
            limits.tryPlayer(PLAYER, HOME);
        }

        assertThat(limits.tryPlayer(new PlayerId(2), HOME)).isZero();
    }

    @Test
    void addresses_have_buckets_of_their_own_and_one_ipv6_network_shares_one()
            throws UnknownHostException {
        InetAddress four = InetAddress.getByName("192.0.2.1");
        InetAddress six = InetAddress.getByName("2001:db8:0:1::1");
        InetAddress neighbour = InetAddress.getByName("2001:db8:0:1:ffff::9");
        InetAddress stranger = InetAddress.getByName("2001:db8:0:2::1");
        for (int i = 0; i < 3; i++) {
            assertThat(limits.tryAddress(four)).isZero();
            assertThat(limits.tryAddress(six)).isZero();
        }

        assertThat(limits.tryAddress(four)).isEqualTo(1);
        assertThat(limits.tryAddress(neighbour)).isEqualTo(1);
        assertThat(limits.tryAddress(stranger)).isZero();
    }

    @Test
    void many_players_of_one_address_share_what_it_may_send() {
        for (int i = 1; i <= 7; i++) {
            assertThat(limits.tryPlayer(new PlayerId(i), HOME)).isZero();
        }

        assertThat(limits.tryPlayer(new PlayerId(8), HOME)).isEqualTo(1);
        assertThat(limits.tryAddress(HOME)).as("strangers of that address").isZero();
    }

    @Test
    void one_player_who_sends_too_much_does_not_use_up_the_address() {
        for (int i = 0; i < 100; i++) {
            limits.tryPlayer(PLAYER, HOME);
        }

        assertThat(limits.tryPlayer(new PlayerId(2), HOME)).isZero();
        assertThat(limits.tryPlayer(new PlayerId(3), HOME)).isZero();
        assertThat(limits.tryPlayer(new PlayerId(4), HOME)).isEqualTo(1);
    }

    /** A clock that only the test moves. */
    private static final class SettableMeter implements TimeMeter {
        private long nanos;

        void advance(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
