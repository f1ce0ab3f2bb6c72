package com.luckyfunatic.server;

import com.luckyfunatic.engine.catalog.InvalidCatalogException;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.ServerSettings.LogFormat;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.config.SettingsCommand;
import com.luckyfunatic.server.config.SettingsException;
import com.luckyfunatic.server.logging.Logging;
import com.luckyfunatic.storage.catalog.CatalogFileException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's program: reads the settings, starts the server, says where it is, and stops it on a
 * signal.
 */
public final class Application {
    static final int EXIT_OK = 0;
    static final int EXIT_FAILED = 1;
    static final int EXIT_SETTINGS = 2;
    static final int EXIT_PORT_IN_USE = 3;
    private static final double MILLIS_PER_SECOND = 1000.0;

    private final PrintStream out;
    private final PrintStream err;

    Application(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs until a signal ends the process; the process's own settings count. */
    public static void main(String[] args) {
        Logging.beQuiet();
        int exit = new Application(System.out, System.err).run(List.of(args), System.getenv());
        if (exit != EXIT_OK) {
            Logging.stop();
            System.exit(exit);
        }
    }

    /**
     * Starts the server, which then lives in its own threads; returns the exit code of a start that
     * failed.
     */
    int run(List<String> arguments, Map<String, String> environment) {
        SettingsCommand command = new SettingsCommand();
        try {
            Settings settings = command.parse(arguments, environment);
            if (settings == null) {
                out.print(command.help());
                return EXIT_OK;
            }
            Logging.configure(settings);
            serve(settings);
            return EXIT_OK;
        } catch (SettingsException e) {
            e.problems().forEach(problem -> err.println("funatic serve: " + problem));
            err.println("All settings: ./funatic serve --help");
            return EXIT_SETTINGS;
        } catch (PortInUseException e) {
            err.println("funatic serve: " + e.getMessage());
            return EXIT_PORT_IN_USE;
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private void serve(Settings settings) {
        FunaticServer server = FunaticServer.start(settings);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("shutdown")
                                .unstarted(() -> {
                                    server.close();
                                    Logging.stop();
                                }));
        announce(settings, server);
    }

    private void announce(Settings settings, FunaticServer server) {
        String text =
                "Lucky Funatic is ready: %s (mode %s, storage %s, data %s)"
                        .formatted(
                                server.uri(),
                                word(settings.mode()),
                                word(settings.get(ServerSettings.STORAGE_KIND)),
                                settings.get(ServerSettings.DATA_DIR));
        String started = "Started in %.2f s.".formatted(secondsSinceProcessStart());
        if (settings.get(ServerSettings.LOG_FORMAT) == LogFormat.JSON) {
            Logger log = LoggerFactory.getLogger(Application.class);
            log.info("{}", text);
            log.info("{}", started);
            return;
        }
        out.println(text);
        URI metrics = server.metricsUri();
        out.println(started + (metrics == null ? "" : " Metrics: " + metrics));
        if (!settings.production()) {
            out.println(
                    "Dev mode: secrets made by itself"
                            + (devLogin(settings) ? ", anyone may log in as anyone" : "")
                            + ".");
        }
    }

    private static boolean devLogin(Settings settings) {
        return settings.get(ServerSettings.DEV_LOGIN);
    }

    private static double secondsSinceProcessStart() {
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        return (System.currentTimeMillis() - start) / MILLIS_PER_SECOND;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private int failed(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageException
                    || cause instanceof InvalidCatalogException
                    || cause instanceof CatalogFileException) {
                err.println("funatic serve: " + cause.getMessage());
                return EXIT_FAILED;
            }
            if (cause instanceof SettingsException settings) {
                settings.problems().forEach(problem -> err.println("funatic serve: " + problem));
                return EXIT_SETTINGS;
            }
        }
        LoggerFactory.getLogger(Application.class).error("the server could not start", e);
        err.println("funatic serve: the server could not start: " + e.getMessage());
        return EXIT_FAILED;
    }
}
