package com.luckyfunatic.server.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferGateway;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferReply;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The way to the platform over HTTP, with signed requests.
 *
 * <p>What is no clear answer about the very transfer is none: a status alone, which any proxy may
 * give, neither confirms nor refuses. Nothing is repeated here. Thread-safe; calls block, no longer
 * than the time-out.
 */
public final class PlatformApi implements TransferGateway, AutoCloseable {
    private static final int ANSWER_BYTES_MAX = 1 << 16;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    private final HttpClient client;
    private final URI transfers;
    private final TransferSignature signature;
    private final Duration timeout;
    private final ObjectMapper json;
    private final InstantSource clock;

    /**
     * Makes a caller; nothing is sent before the first call.
     *
     * @param platform where the platform's API is, without a slash at the end
     * @param secret what requests are signed with
     * @param timeout how long a call may take; less than the {@link
     *     com.luckyfunatic.engine.platform.OutgoingTransfer#LEASE}
     */
    public PlatformApi(
            URI platform, String secret, Duration timeout, ObjectMapper json, InstantSource clock) {
        transfers = URI.create(platform + "/transfers");
        signature = new TransferSignature(secret);
        this.timeout = timeout;
        this.json = json;
        this.clock = clock;
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeout)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** What the platform is told. */
    private record Sent(String id, String accountId, String itemId, int count) {}

    @Override
    public TransferReply send(Transfer transfer, long sentAtMillis) {
        byte[] body = body(transfer);
        HttpRequest request =
                signed("POST", transfers, body, sentAtMillis)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", transfer.id().value())
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        return exchange(request, transfer.id(), UNPROCESSABLE, 0);
    }

    @Override
    public TransferReply ask(TransferId transfer) {
        URI address = URI.create(transfers + "/" + transfer);
        HttpRequest request = signed("GET", address, new byte[0], clock.millis()).GET().build();
        return exchange(request, transfer, OK, NOT_FOUND);
    }

    private byte[] body(Transfer transfer) {
        try {
            return json.writeValueAsBytes(
                    new Sent(
                            transfer.id().value(),
                            transfer.account().value(),
                            transfer.item().value(),
                            transfer.count()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a transfer is no JSON", e);
        }
    }

    private HttpRequest.Builder signed(String method, URI address, byte[] body, long atMillis) {
        return HttpRequest.newBuilder(address)
                .header(TransferSignature.TIMESTAMP_HEADER, Long.toString(atMillis))
                .header(
                        TransferSignature.HEADER,
                        signature.of(atMillis, method, address.getRawPath(), body));
    }

    private TransferReply exchange(
            HttpRequest request, TransferId transfer, int refusedStatus, int unknownStatus) {
        // The time-out of a request ends when its answer begins; ours is for the whole of it.
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            HttpResponse<byte[]> answer = sent.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return reply(answer, transfer, refusedStatus, unknownStatus);
        } catch (TimeoutException e) {
            sent.cancel(true);
            return new TransferReply.Unclear("no answer within " + timeout);
        } catch (ExecutionException e) {
            return e.getCause() instanceof ConnectException
                            || e.getCause() instanceof HttpConnectTimeoutException
                    ? new TransferReply.NotSent("no connection")
                    : new TransferReply.Unclear("no whole answer");
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new TransferReply.Unclear("interrupted");
        }
    }

    private TransferReply reply(
            HttpResponse<byte[]> response,
            TransferId transfer,
            int refusedStatus,
            int unknownStatus) {
        int status = response.statusCode();
        JsonNode answer = parse(response.body());
        if (!answer.path("id").asText().equals(transfer.value())) {
            return new TransferReply.Unclear("status " + status + " about nothing");
        }
        String word = answer.path("status").asText();
        if ((status == OK || status == CREATED) && word.equals("confirmed")) {
            return new TransferReply.Confirmed();
        }
        if (status == refusedStatus && word.equals("refused")) {
            return new TransferReply.Refused(answer.path("reason").asText("no reason given"));
        }
        if (status == unknownStatus && word.equals("unknown")) {
            return new TransferReply.NeverArrived();
        }
        return new TransferReply.Unclear("status " + status + ", '" + word + "'");
    }

    private JsonNode parse(byte[] body) {
        try {
            JsonNode answer = json.readTree(body);
            return answer == null ? json.createObjectNode() : answer;
        } catch (IOException e) {
            return json.createObjectNode();
        }
    }

    /** Ends connections; calls under way end without a clear answer. */
    @Override
    public void close() {
        client.shutdownNow();
    }

    @Override
    public String toString() {
        return "PlatformApi[" + transfers + "]";
    }
}
