package com.luckyfunatic.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferReply;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.FakePlatform;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.server.transfer.FakePlatformApi.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The way to the platform, over real HTTP. */
class PlatformApiTest {
    private static final PlayerId PLAYER = new PlayerId(7);

    private final SettableClock clock = new SettableClock();
    private final FakePlatform platform = new FakePlatform(each -> each.count() == 13);
    private final FakePlatformApi fake = FakePlatformApi.start(platform, clock);
    private final PlatformApi api = api(fake.uri(), FakePlatformApi.SECRET);

    @AfterEach
    void close() {
        api.close();
        fake.close();
    }

    private PlatformApi api(URI at, String secret) {
        return new PlatformApi(at, secret, Duration.ofSeconds(2), new ObjectMapper(), clock);
    }

    private static Transfer transfer(int count) {
        return new Transfer(
                new TransferId("0123456789abcdef0123456789abcdef"),
                PLAYER,
                new PlatformAccountId("funtico-1"),
                new ItemId("shard"),
                count,
                1);
    }

    private TransferReply send(int count) {
        return api.send(transfer(count), clock.millis());
    }

    private TransferReply ask() {
        return api.ask(transfer(1).id());
    }

    @Test
    void a_transfer_is_confirmed_and_known_then() {
        assertThat(ask()).isEqualTo(new TransferReply.NeverArrived());
        assertThat(send(3)).isEqualTo(new TransferReply.Confirmed());
        assertThat(ask()).isEqualTo(new TransferReply.Confirmed());
        assertThat(fake.calls())
                .containsExactly(
                        "GET /api/v1/transfers/" + transfer(3).id(),
                        "POST /api/v1/transfers",
                        "GET /api/v1/transfers/" + transfer(3).id());
    }

    @Test
    void a_refusal_is_told_with_its_reason_whenever_it_is_asked_for() {
        assertThat(send(13)).isEqualTo(new TransferReply.Refused("account closed"));
        assertThat(ask()).isEqualTo(new TransferReply.Refused("account closed"));
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = Mode.EXCLUDE, names = "ANSWERS_LATE")
    void what_is_no_answer_about_the_transfer_is_none_and_nothing_is_repeated(Fault fault) {
        fake.misbehave(fault);

        assertThat(send(3)).isInstanceOf(TransferReply.Unclear.class);
        assertThat(fake.calls()).hasSize(1);
        assertThat(platform.repeats()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = Mode.EXCLUDE,
            // The JDK's client asks again when a connection ends: a question may be repeated.
            names = {"ANSWERS_LATE", "LOSES_THE_REQUEST", "LOSES_THE_REPLY"})
    void what_is_no_answer_to_a_question_is_none(Fault fault) {
        send(3);
        fake.misbehave(fault);

        assertThat(ask()).isInstanceOf(TransferReply.Unclear.class);
    }

    @Test
    void a_late_answer_is_not_waited_for() {
        fake.misbehave(Fault.ANSWERS_LATE);
        PlatformApi hasty =
                new PlatformApi(
                        fake.uri(),
                        FakePlatformApi.SECRET,
                        Duration.ofMillis(100),
                        new ObjectMapper(),
                        clock);
        try (hasty) {
            assertThat(hasty.send(transfer(3), clock.millis()))
                    .isEqualTo(new TransferReply.Unclear("no answer within PT0.1S"));
        }
        fake.release();
        assertThat(ask()).isEqualTo(new TransferReply.Confirmed());
    }

    @Test
    void a_request_carries_its_moment_and_an_old_one_is_not_taken() {
        long sentAt = clock.millis();
        clock.advance(FakePlatform.AGE_MAX.plusMillis(1));

        assertThat(api.send(transfer(3), sentAt)).isInstanceOf(TransferReply.Unclear.class);
        assertThat(ask()).isEqualTo(new TransferReply.NeverArrived());
    }

    @Test
    void another_secret_opens_nothing() {
        try (PlatformApi wrong = api(fake.uri(), "another")) {
            assertThat(wrong.send(transfer(3), clock.millis()))
                    .isInstanceOf(TransferReply.Unclear.class);
            assertThat(wrong.ask(transfer(3).id())).isInstanceOf(TransferReply.Unclear.class);
        }
        assertThat(ask()).isEqualTo(new TransferReply.NeverArrived());
    }

    @Test
    void where_nobody_listens_nothing_was_sent() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (PlatformApi nowhere =
                api(URI.create("http://127.0.0.1:" + free), FakePlatformApi.SECRET)) {
            assertThat(nowhere.send(transfer(3), clock.millis()))
                    .isEqualTo(new TransferReply.NotSent("no connection"));
        }
    }

    @Test
    void the_signature_is_what_the_reference_says() {
        // printf '1700000000000\nPOST\n/api/v1/transfers\n{}' | openssl dgst -sha256 -hmac secret
        assertThat(
                        new TransferSignature("secret")
                                .of(
                                        1_700_000_000_000L,
                                        "POST",
                                        "/api/v1/transfers",
                                        new byte[] {'{', '}'}))
                .isEqualTo("v1=b11412b362b76c823fe3a37fe93efaa398e654f243f8cff45ccdbf9049e88c78");
    }

    @Test
    void the_secret_is_not_told() {
        assertThat(api).asString().doesNotContain(FakePlatformApi.SECRET);
    }
}
