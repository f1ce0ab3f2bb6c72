package com.luckyfunatic.devservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void every_port_belongs_to_one_fork(int forks) {
        assertThat(IntStream.range(12_000, 12_100))
                .allMatch(port ->
                        IntStream.rangeClosed(1, forks)
                                        .filter(fork -> Ports.belongs(port, fork, forks))
                                        .count()
                                == 1);
    }

    @Test
    void a_free_port_is_given_once_and_again_when_it_was_released() {
        int port = Ports.free();
        assertThat(Ports.take(port)).isFalse();

        Ports.release(port);

        assertThat(Ports.take(port)).isTrue();
        Ports.release(port);
    }
}
