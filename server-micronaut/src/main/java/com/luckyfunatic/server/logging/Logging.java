package com.luckyfunatic.server.logging;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.util.Duration;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.ServerSettings.LogFormat;
import com.luckyfunatic.server.config.Settings;
import io.sentry.Sentry;
import io.sentry.logback.SentryAppender;
import java.util.Locale;
import java.util.Map;
import net.logstash.logback.appender.LogstashTcpSocketAppender;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;

/**
 * Sends log lines where the settings say: the console, a collector, Sentry; to none of them with
 * secrets.
 *
 * <p>Done in code rather than in XML, because the choice comes from our settings and reading XML
 * would delay the start.
 */
public final class Logging {
    private static final String PATTERN =
            "%d{HH:mm:ss.SSS} %-5level %-24logger{0} %msg [%X{traceId:--}]%n";

    /**
     * Libraries that say too much: at their finer levels some write addresses and headers, which
     * may hold secrets.
     */
    private static final Map<String, Level> QUIET =
            Map.of(
                    "io.micronaut", Level.INFO,
                    "io.netty", Level.INFO,
                    "reactor", Level.INFO,
                    "org.flywaydb", Level.WARN,
                    // Warns at each opening of every MariaDB that is newer than itself.
                    "org.flywaydb.core.internal.database.base.Database", Level.ERROR,
                    "com.zaxxer.hikari", Level.WARN,
                    "com.datastax.oss", Level.WARN,
                    "io.lettuce", Level.WARN,
                    "org.redisson", Level.WARN);

    private static final int QUEUE = 8192;
    private static final int FLUSH_MILLIS = 2000;

    /**
     * A collector that is away does not hold the server's end up; the encoder's own is a minute.
     */
    private static final int SHIPPED_AT_THE_END_SECONDS = 2;

    private Logging() {}

    /** Until the settings are read, libraries that these need say nothing but warnings. */
    public static void beQuiet() {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                .setLevel(Level.WARN);
    }

    /** Replaces whatever logging there was. */
    public static void configure(Settings settings) {
        Redactor redactor = Redactor.of(settings);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.valueOf(settings.get(ServerSettings.LOG_LEVEL).name()));
        QUIET.forEach((name, level) -> context.getLogger(name).setLevel(level));
        root.addAppender(console(context, settings.get(ServerSettings.LOG_FORMAT), redactor));
        String collector = settings.get(ServerSettings.LOG_SHIP_TO);
        if (!collector.isEmpty()) {
            root.addAppender(shipping(context, collector, redactor));
        }
        if (!settings.get(ServerSettings.SENTRY_DSN).isEmpty()) {
            root.addAppender(sentry(context, settings, redactor));
        }
    }

    /** Writes out what is still waiting. */
    public static void stop() {
        if (Sentry.isEnabled()) {
            Sentry.close();
        }
        ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
    }

    /** Through a queue: a terminal or pipe that nobody reads must not hold up the game. */
    private static Appender<ILoggingEvent> console(
            LoggerContext context, LogFormat format, Redactor redactor) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setEncoder(encoder(context, format, redactor));
        console.start();
        AsyncAppender queue = new AsyncAppender();
        queue.setContext(context);
        queue.setName("console");
        queue.setQueueSize(QUEUE);
        queue.setNeverBlock(true);
        queue.setMaxFlushTime(FLUSH_MILLIS);
        queue.addAppender(console);
        queue.start();
        return queue;
    }

    /** Writes lines of {@code format} without secrets. */
    static Encoder<ILoggingEvent> encoder(
            LoggerContext context, LogFormat format, Redactor redactor) {
        Encoder<ILoggingEvent> lines =
                switch (format) {
                    case TEXT -> {
                        PatternLayoutEncoder text = new PatternLayoutEncoder();
                        text.setPattern(PATTERN);
                        yield text;
                    }
                    case JSON -> new LogstashEncoder();
                };
        lines.setContext(context);
        Encoder<ILoggingEvent> encoder = new RedactingEncoder(lines, redactor);
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static Appender<ILoggingEvent> shipping(
            LoggerContext context, String collector, Redactor redactor) {
        LogstashTcpSocketAppender shipping = new LogstashTcpSocketAppender();
        shipping.setContext(context);
        shipping.setName("shipping");
        shipping.addDestination(collector);
        shipping.setEncoder(encoder(context, LogFormat.JSON, redactor));
        shipping.setShutdownGracePeriod(Duration.buildBySeconds(SHIPPED_AT_THE_END_SECONDS));
        shipping.start();
        return shipping;
    }

    private static Appender<ILoggingEvent> sentry(
            LoggerContext context, Settings settings, Redactor redactor) {
        Sentry.init(options -> {
            options.setDsn(settings.get(ServerSettings.SENTRY_DSN));
            options.setEnvironment(settings.mode().name().toLowerCase(Locale.ROOT));
            options.setSendDefaultPii(false);
            options.setBeforeSend(new SentryRedaction(options.getSerializer(), redactor));
        });
        SentryAppender sentry = new SentryAppender();
        sentry.setContext(context);
        sentry.setName("sentry");
        sentry.setMinimumEventLevel(Level.ERROR);
        sentry.setMinimumBreadcrumbLevel(Level.WARN);
        sentry.start();
        return sentry;
    }
}
