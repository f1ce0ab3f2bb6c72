package com.luckyfunatic.benchmarks.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.benchmarks.transfer.KillMoment.Step;
import com.luckyfunatic.engine.testkit.FakePlatform.Verdict;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The platform that transfers are tried on, over real HTTP. */
class PlatformServerTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";

    private final BadNetwork network = new BadNetwork(new SplittableRandom(1));
    private final Moments moments = new Moments();
    private final HttpClient client = HttpClient.newHttpClient();
    private final PlatformServer platform;

    PlatformServerTest() throws IOException {
        platform = PlatformServer.start(network, moments, Duration.ofMillis(1));
    }

    @AfterEach
    void close() {
        platform.close();
        client.shutdownNow();
    }

    private HttpResponse<String> send(String method, String path, String key, String body, long at)
            throws IOException, InterruptedException {
        URI address = URI.create(platform.uri() + path);
        byte[] sent = body.getBytes(StandardCharsets.UTF_8);
        String code =
                HexFormat.of()
                        .formatHex(
                                PlatformServer.code(
                                        Long.toString(at), method, address.getPath(), sent));
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("X-Timestamp", Long.toString(at))
                        .header("X-Signature", "v1=" + code)
                        .header("Idempotency-Key", key)
                        .method(method, BodyPublishers.ofByteArray(sent))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(int count) throws IOException, InterruptedException {
        return send("POST", "/transfers", ID, transfer(count), System.currentTimeMillis());
    }

    private HttpResponse<String> ask() throws IOException, InterruptedException {
        return send("GET", "/transfers/" + ID, ID, "", System.currentTimeMillis());
    }

    private static String transfer(int count) {
        return "{\"id\":\"%s\",\"accountId\":\"a\",\"itemId\":\"shard\",\"count\":%d}"
                .formatted(ID, count);
    }

    @Test
    void it_takes_a_transfer_once_and_says_so_again() throws Exception {
        network.mend();

        assertThat(ask().statusCode()).isEqualTo(404);
        assertThat(post(3).statusCode()).isEqualTo(201);
        assertThat(post(3).body()).contains(ID).contains("confirmed");
        assertThat(ask().body()).contains(ID).contains("confirmed");
        assertThat(platform.arrivals())
                .containsExactly(
                        new Arrival(ID, "a", "shard", 3, Verdict.ACCEPTED, false, false),
                        new Arrival(ID, "a", "shard", 3, Verdict.ACCEPTED, true, false));
    }

    @Test
    void it_refuses_some_for_good() throws Exception {
        network.mend();

        assertThat(post(PlatformServer.REFUSED_COUNT).statusCode()).isEqualTo(422);
        assertThat(ask().statusCode()).isEqualTo(200);
        assertThat(ask().body()).contains("refused");
    }

    @Test
    void it_takes_nothing_that_is_old_or_signed_by_others() throws Exception {
        network.mend();

        long old = System.currentTimeMillis() - Duration.ofMinutes(2).toMillis();
        assertThat(send("POST", "/transfers", ID, transfer(3), old).statusCode()).isEqualTo(401);
        HttpResponse<String> unsigned =
                client.send(
                        HttpRequest.newBuilder(URI.create(platform.uri() + "/transfers"))
                                .header("X-Timestamp", Long.toString(System.currentTimeMillis()))
                                .header("X-Signature", "v1=00")
                                .POST(BodyPublishers.ofString(transfer(3)))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(ask().statusCode()).isEqualTo(404);
    }

    @Test
    void it_takes_nothing_under_a_key_that_is_not_the_transfers() throws Exception {
        network.mend();

        long now = System.currentTimeMillis();
        assertThat(send("POST", "/transfers", "another", transfer(3), now).statusCode())
                .isEqualTo(400);
        assertThat(platform.arrivals()).isEmpty();
        assertThat(ask().statusCode()).isEqualTo(404);
    }

    @Test
    void a_bad_network_meets_as_many_as_it_should() {
        int requests = 10_000;
        for (int i = 0; i < requests; i++) {
            network.next();
        }

        assertThat(network.requests()).isEqualTo(requests);
        for (NetworkFault each : NetworkFault.values()) {
            assertThat(network.faults().get(each.label()))
                    .as(each.label())
                    .isBetween(each.percent() * 70, each.percent() * 130);
        }
        network.mend();
        assertThat(network.next()).isNull();
    }

    @Test
    void a_request_stands_still_until_the_server_that_made_it_is_dead() throws Exception {
        network.mend();
        AtomicInteger arrivedBefore = new AtomicInteger(-1);
        KillMoment moment = new KillMoment(Step.PLATFORM_IS_ASKED, 2, Duration.ZERO);
        assertThat(ask().statusCode()).isEqualTo(404);
        CompletableFuture<Boolean> killed =
                CompletableFuture.supplyAsync(
                        () -> killAt(moment, arrivedBefore),
                        task -> Thread.ofVirtual().start(task));

        while (!killed.isDone()) {
            post(3);
        }

        assertThat(killed.join()).as("it came").isTrue();
        // The second request was not done when the server was killed, and is done nevertheless.
        assertThat(platform.arrivals()).hasSizeGreaterThan(arrivedBefore.get());
        assertThat(arrivedBefore.get()).isPositive();
    }

    private boolean killAt(KillMoment moment, AtomicInteger arrivedBefore) {
        try {
            return moments.killAt(moment, () -> arrivedBefore.set(platform.arrivals().size()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
