package com.luckyfunatic.storage.scylla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.storage.scylla.ScyllaSettings.Consistency;
import com.luckyfunatic.storage.scylla.ScyllaSettings.Credentials;
import com.luckyfunatic.storage.scylla.ScyllaSettings.Retention;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScyllaSettingsTest {
    private static final List<InetSocketAddress> NODE =
            List.of(InetSocketAddress.createUnresolved("node", 9_042));

    @Test
    void the_usual_settings_ask_most_of_the_local_copies() {
        ScyllaSettings settings = ScyllaSettings.at(NODE, "here", "game");

        assertThat(settings.consistency()).isEqualTo(Consistency.LOCAL_QUORUM);
        assertThat(settings.retention()).isEqualTo(Retention.USUAL);
        assertThat(settings.replicas()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Game", "1game", "game;", "game-1", "a b"})
    void a_keyspace_of_another_form_is_refused(String keyspace) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScyllaSettings.at(NODE, "here", keyspace));
    }

    @Test
    void values_out_of_range_are_refused() {
        ScyllaSettings settings = ScyllaSettings.at(NODE, "here", "game");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScyllaSettings.at(List.of(), "here", "game"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.creatingKeyspace(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.with(Duration.ZERO, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.with(Duration.ofSeconds(1), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Retention(1, 1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Retention(9_999, 1, 1, 1));
    }

    @Test
    void a_password_is_not_shown() {
        assertThat(new Credentials("game", "hush").toString())
                .contains("game")
                .doesNotContain("hush");
    }
}
