package com.luckyfunatic.server;

import com.luckyfunatic.operations.ManagementServer;
import com.luckyfunatic.server.balloon.BalloonGames;
import com.luckyfunatic.server.config.ServerSecrets;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.config.SettingsException;
import com.luckyfunatic.server.engine.ServerJobs;
import com.luckyfunatic.server.health.Readiness;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server.
 *
 * <p>{@link #close()} stops it gently: readiness says no, requests in flight finish, then
 * everything closes.
 */
public final class FunaticServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FunaticServer.class);

    private final Settings settings;
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final @Nullable ManagementServer management;

    private FunaticServer(
            Settings settings,
            ApplicationContext context,
            EmbeddedServer server,
            @Nullable ManagementServer management) {
        this.settings = settings;
        this.context = context;
        this.server = server;
        this.management = management;
    }

    /**
     * Starts a server and returns when it serves.
     *
     * @param beans objects to use in place of the server's own, for tests: a clock, say
     * @throws PortInUseException when another program has the port
     * @throws SettingsException when the secrets cannot be used, or the host is no address of this
     *     machine
     */
    public static FunaticServer start(Settings settings, Object... beans) {
        // Before anything is opened: a server without its keys could only answer with errors.
        ServerSecrets secrets = ServerSecrets.of(settings);
        requireFreePorts(settings);
        ApplicationContext context =
                ApplicationContext.builder()
                        .deduceEnvironment(false)
                        .bootstrapEnvironment(false)
                        .environmentPropertySource(false)
                        .banner(false)
                        .properties(FrameworkProperties.of(settings))
                        .singletons(settings, secrets)
                        .singletons(beans)
                        .build();
        try {
            context.start();
            ManagementServer management = management(settings, context);
            EmbeddedServer server = context.getBean(EmbeddedServer.class);
            startHttp(settings, server);
            return new FunaticServer(settings, context, server, management);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /**
     * Whoever starts it twice is to read one line: later, everything that is under way by then
     * would tell how it ended. Another program may still come first in between.
     */
    private static void requireFreePorts(Settings settings) {
        ListenCheck.requireFree(settings, ServerSettings.HTTP_HOST, ServerSettings.HTTP_PORT);
        if (settings.get(ServerSettings.MANAGEMENT_PORT) < 0) {
            return;
        }
        if (mayMoveManagement(settings)) {
            ListenCheck.requireOwnAddress(settings, ServerSettings.MANAGEMENT_HOST);
        } else {
            ListenCheck.requireFree(
                    settings, ServerSettings.MANAGEMENT_HOST, ServerSettings.MANAGEMENT_PORT);
        }
    }

    /** Several servers of one developer must not need a port each to be thought of. */
    private static boolean mayMoveManagement(Settings settings) {
        return !settings.production() && !settings.isGiven(ServerSettings.MANAGEMENT_PORT);
    }

    private static void startHttp(Settings settings, EmbeddedServer server) {
        try {
            server.start();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw new PortInUseException(
                            ServerSettings.HTTP_PORT,
                            settings.get(ServerSettings.HTTP_HOST),
                            settings.get(ServerSettings.HTTP_PORT),
                            cause);
                }
            }
            throw e;
        }
    }

    private static @Nullable ManagementServer management(
            Settings settings, ApplicationContext context) {
        int port = settings.get(ServerSettings.MANAGEMENT_PORT);
        if (port < 0) {
            return null;
        }
        String host = settings.get(ServerSettings.MANAGEMENT_HOST);
        PrometheusMeterRegistry registry = context.getBean(PrometheusMeterRegistry.class);
        @Nullable Supplier<String> jobs = context.getBean(ServerJobs.class).told();
        try {
            return ManagementServer.start(new InetSocketAddress(host, port), registry, jobs);
        } catch (IOException e) {
            if (mayMoveManagement(settings)) {
                return onFreePort(host, registry, jobs);
            }
            throw new PortInUseException(ServerSettings.MANAGEMENT_PORT, host, port, e);
        }
    }

    private static ManagementServer onFreePort(
            String host, PrometheusMeterRegistry registry, @Nullable Supplier<String> jobs) {
        try {
            return ManagementServer.start(new InetSocketAddress(host, 0), registry, jobs);
        } catch (IOException e) {
            throw new PortInUseException(ServerSettings.MANAGEMENT_PORT, host, 0, e);
        }
    }

    /** Where the game is served. */
    public URI uri() {
        return URI.create(
                "http://"
                        + hostInUri(settings.get(ServerSettings.HTTP_HOST))
                        + ":"
                        + server.getPort()
                        + "/");
    }

    /** Where metrics are served; nothing when they are not. */
    public @Nullable URI metricsUri() {
        if (management == null) {
            return null;
        }
        return URI.create(
                "http://"
                        + hostInUri(settings.get(ServerSettings.MANAGEMENT_HOST))
                        + ":"
                        + management.address().getPort()
                        + "/metrics");
    }

    private static String hostInUri(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** The beans of the server, for tests and tools. */
    public ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.getBean(Readiness.class).stop();
        pause(settings.get(ServerSettings.SHUTDOWN_DELAY));
        Duration grace = settings.get(ServerSettings.SHUTDOWN_GRACE);
        finish("games", context.getBean(BalloonGames.class).stop(), grace);
        finish(
                "requests",
                context.getBean(GracefulShutdownManager.class)
                        .shutdownGracefully()
                        .toCompletableFuture(),
                grace);
        server.stop();
        context.close();
        if (management != null) {
            management.close();
        }
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void finish(String what, CompletableFuture<?> finished, Duration grace) {
        try {
            var _ = finished.get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("{} were still running after {} and are cut off", what, grace);
        } catch (ExecutionException e) {
            LOG.warn("stopping gently failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
