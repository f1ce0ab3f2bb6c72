package com.luckyfunatic.engine.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
    private EchoServer server;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new EchoServer();
        proxy = FaultProxy.to(server.address());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void passes_everything_on_when_nothing_is_asked_of_it() throws IOException {
        try (var a = connect();
                var b = connect()) {
            assertThat(ask(a, "one")).isEqualTo("one");
            assertThat(ask(b, "two")).isEqualTo("two");
            assertThat(ask(a, "three")).isEqualTo("three");
        }
        assertThat(proxy.connections()).isEqualTo(2);
        assertThat(proxy.count(Fault.None.class)).isEqualTo(3);
        assertThat(proxy.count(Fault.Drop.class)).isZero();
    }

    @Test
    void a_dropped_reply_is_an_end_of_the_stream_after_the_server_has_acted() throws IOException {
        proxy.once(new Fault.Drop());
        try (var client = connect()) {
            assertThat(ask(client, "lost")).isEmpty();
        }
        assertThat(server.received()).isEqualTo(4);
        assertThat(proxy.count(Fault.Drop.class)).isOne();
        expectGoodAgain();
    }

    @Test
    void a_reset_is_an_error_after_the_server_has_acted() throws IOException {
        proxy.once(new Fault.Reset());
        try (var client = connect()) {
            assertThatThrownBy(() -> ask(client, "lost"))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        assertThat(server.received()).isEqualTo(4);
        assertThat(proxy.count(Fault.Reset.class)).isOne();
        expectGoodAgain();
    }

    @Test
    void of_a_reply_that_is_cut_no_more_than_half_arrives() throws IOException {
        proxy.once(new Fault.Cut());
        try (var client = connect()) {
            send(client, "12345678");
            // The reset may overtake the half that was sent.
            assertThatThrownBy(() -> client.getInputStream().readNBytes(5))
                    .isInstanceOf(SocketException.class);
        }
        assertThat(proxy.count(Fault.Cut.class)).isOne();
        expectGoodAgain();
    }

    @Test
    void a_black_hole_swallows_everything_and_stays_open() throws IOException {
        proxy.once(new Fault.BlackHole());
        try (var client = connect()) {
            client.setSoTimeout(100);
            for (int i = 0; i < 3; i++) {
                send(client, "lost");
                assertThatThrownBy(() -> client.getInputStream().read())
                        .isInstanceOf(SocketTimeoutException.class);
            }
        }
        assertThat(server.received()).isEqualTo(12);
        assertThat(proxy.count(Fault.BlackHole.class)).isOne();
        expectGoodAgain();
    }

    @Test
    void a_delayed_reply_comes_late_but_whole() throws IOException {
        proxy.always(new Fault.Delay(Duration.ofMillis(300)));
        try (var client = connect()) {
            client.setSoTimeout(50);
            send(client, "late");
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
            client.setSoTimeout(20_000);
            assertThat(client.getInputStream().readNBytes(4)).asString().isEqualTo("late");
        }
        proxy.heal();
        expectGoodAgain();
    }

    @Test
    void refuses_new_connections_and_leaves_open_ones_alone() throws IOException {
        try (var before = connect()) {
            assertThat(ask(before, "open")).isEqualTo("open");
            proxy.refuse(true);
            assertThatThrownBy(
                            () -> {
                                try (var after = connect()) {
                                    ask(after, "refused");
                                }
                            })
                    .isInstanceOf(SocketException.class);
            assertThat(ask(before, "still")).isEqualTo("still");
            assertThat(server.received()).isEqualTo(9);
            assertThat(proxy.refusals()).isOne();
        }
        proxy.refuse(false);
        expectGoodAgain();
    }

    @Test
    void resets_what_is_open_on_demand_and_when_it_is_closed() throws IOException {
        try (var a = connect();
                var b = connect()) {
            assertThat(ask(a, "a")).isEqualTo("a");
            assertThat(ask(b, "b")).isEqualTo("b");
            proxy.resetAll();
            assertThatThrownBy(() -> a.getInputStream().read()).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> b.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        try (var c = connect()) {
            assertThat(ask(c, "c")).isEqualTo("c");
            proxy.close();
            assertThatThrownBy(() -> c.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void a_server_that_is_gone_is_a_reset() throws IOException {
        server.close();
        try (var client = connect()) {
            assertThatThrownBy(() -> ask(client, "lost")).isInstanceOf(SocketException.class);
        }
        assertThat(proxy.connections()).isZero();
    }

    @Test
    void the_same_seed_makes_the_same_row_of_faults() throws IOException {
        var first = outcomes(7);
        assertThat(outcomes(7)).isEqualTo(first).contains("lost", "passed");
        assertThat(outcomes(8)).isNotEqualTo(first);
    }

    private List<String> outcomes(long seed) throws IOException {
        proxy.bySeed(seed, 3, List.of(new Fault.Drop()));
        var outcomes = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            try (var client = connect()) {
                outcomes.add(ask(client, "x").isEmpty() ? "lost" : "passed");
            }
        }
        return outcomes;
    }

    private void expectGoodAgain() throws IOException {
        try (var client = connect()) {
            assertThat(ask(client, "good")).isEqualTo("good");
        }
    }

    private Socket connect() throws IOException {
        var address = proxy.address();
        var socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String ask(Socket socket, String text) throws IOException {
        send(socket, text);
        var reply = socket.getInputStream().readNBytes(text.length());
        return new String(reply, StandardCharsets.US_ASCII);
    }
}
