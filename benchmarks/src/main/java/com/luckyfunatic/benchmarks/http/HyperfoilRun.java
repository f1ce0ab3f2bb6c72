package com.luckyfunatic.benchmarks.http;

import io.hyperfoil.api.Version;
import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.connection.Connection;
import io.hyperfoil.api.session.Session;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.http.api.FollowRedirect;
import io.hyperfoil.http.api.HttpMethod;
import io.hyperfoil.http.api.HttpRequest;
import io.hyperfoil.http.api.HttpRequestWriter;
import io.hyperfoil.http.config.HttpPluginBuilder;
import io.hyperfoil.http.config.Protocol;
import io.hyperfoil.http.steps.HttpStepCatalog;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A run of virtual users on Hyperfoil: one session, one connection and one request in flight per
 * user.
 *
 * <p>Each session repeats one sequence: wait for the turn, send, record. Hyperfoil's own arrival
 * models and histograms are not used: they count in milliseconds and with two digits, too coarse
 * for answers that take less than one.
 */
final class HyperfoilRun {
    private static final String PHASE = "load";
    private static final String SEQUENCE = "request";

    /** Leaves the last request time to run into its own timeout before the whole run is cut off. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final LoadPlan plan;
    private final List<VirtualUser> users;

    /**
     * @param users one per connection; the i-th runs in the i-th session
     */
    HyperfoilRun(LoadPlan plan, List<VirtualUser> users) {
        this.plan = plan;
        this.users = users;
    }

    /** The version of Hyperfoil on the class path. */
    static String version() {
        return Objects.requireNonNullElse(Version.VERSION, "unknown");
    }

    /** Opens the connections, runs all users to their end and closes everything. Blocks. */
    void run() {
        new LocalSimulationRunner(benchmark()).run();
    }

    private Benchmark benchmark() {
        BenchmarkBuilder builder =
                BenchmarkBuilder.builder().name(plan.scenario().label()).threads(plan.threads());
        configureHttp(builder);
        var sequence =
                builder.addPhase(PHASE)
                        .atOnce(plan.connections())
                        .maxDuration(
                                plan.warmup()
                                        .plus(plan.duration())
                                        .plus(plan.timeout())
                                        .plus(GRACE)
                                        .toMillis())
                        .scenario()
                        .maxRequests(1)
                        .maxSequences(1)
                        .initialSequence(SEQUENCE);
        sequence.step((Session session) -> user(session).awaitTurn(session));
        sequence.step(HttpStepCatalog.class)
                .httpRequest(HttpMethod.GET)
                .method(() -> session -> user(session).kind().method())
                .path((Session session) -> pathOf(session))
                .headerAppender(this::appendHeaders)
                .body(this::body)
                .timeout(plan.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .handler()
                .status(this::onStatus)
                .onCompletion((Session session) -> user(session).onCompletion());
        sequence.step((Session session) -> {
            session.currentSequence().restart(session);
            return true;
        });
        return builder.build();
    }

    private void configureHttp(BenchmarkBuilder builder) {
        URI url = plan.url();
        Protocol protocol = Protocol.fromScheme(url.getScheme());
        builder.addPlugin(HttpPluginBuilder::new)
                .http()
                .protocol(protocol)
                .host(url.getHost())
                .port(url.getPort() < 0 ? protocol.portOrDefault(0) : url.getPort())
                .allowHttp2(false)
                .sharedConnections(plan.connections())
                .endHttp()
                .ergonomics()
                .repeatCookies(false)
                .userAgentFromSession(false)
                .autoRangeCheck(false)
                .stopOnInvalid(false)
                .followRedirect(FollowRedirect.NEVER);
    }

    private void onStatus(HttpRequest request, int status) {
        // Otherwise Hyperfoil acts as a browser and answers the next GET from its cache.
        request.cacheControl.noStore = true;
        user(request.session).onStatus(status);
    }

    private VirtualUser user(Session session) {
        return users.get(session.uniqueId());
    }

    private String pathOf(@Nullable Session session) {
        // Hyperfoil asks once without a session while it checks the definition.
        if (session == null) {
            return "/";
        }
        VirtualUser user = user(session);
        return user.kind().path(user.player());
    }

    private void appendHeaders(Session session, HttpRequestWriter writer) {
        VirtualUser user = user(session);
        if (user.kind().authenticated()) {
            writer.putHeader("authorization", user.player().authorization());
        }
        if (user.kind().method() == HttpMethod.POST) {
            writer.putHeader("content-type", "application/json");
        }
    }

    private @Nullable ByteBuf body(Session session, Connection connection) {
        VirtualUser user = user(session);
        String body = user.kind().body(user.player());
        return body.isEmpty() ? null : ByteBufUtil.writeAscii(connection.context().alloc(), body);
    }
}
