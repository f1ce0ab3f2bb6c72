package com.luckyfunatic.server.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import com.luckyfunatic.server.config.ServerSettings.LogFormat;
import com.luckyfunatic.server.config.SettingsLoader;
import com.luckyfunatic.server.config.SettingsSources;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Hears everything that is logged or printed, as it is said and as it would be written: the
 * libraries at the levels of a server that is told to debug, and our own classes at the finest
 * there is. What it writes is masked by its look only, as if no secret had been configured.
 */
public final class Listener extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> written = new CopyOnWriteArrayList<>();
    private @Nullable Encoder<ILoggingEvent> encoder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @Override
    public void start() {
        configure("debug");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        context.getLogger("com.luckyfunatic").setLevel(Level.TRACE);
        setContext(context);
        encoder = Logging.encoder(context, LogFormat.JSON, Redactor.of(List.of()));
        super.start();
        root.addAppender(this);
        PrintStream to = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(to);
        System.setErr(to);
    }

    private static void configure(String level) {
        Logging.configure(
                SettingsLoader.load(
                        new SettingsSources(Map.of("log-level", level), Map.of(), null)));
    }

    @Override
    protected void append(ILoggingEvent event) {
        StringBuilder line =
                new StringBuilder(event.getLoggerName())
                        .append(' ')
                        .append(event.getFormattedMessage())
                        .append(' ')
                        .append(event.getMDCPropertyMap())
                        .append(' ')
                        .append(event.getKeyValuePairs());
        Object[] arguments = event.getArgumentArray();
        if (arguments != null) {
            Stream.of(arguments).forEach(each -> line.append(' ').append(each));
        }
        if (event.getThrowableProxy() != null) {
            line.append(' ').append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        said.add(line.toString());
        written.add(
                new String(Objects.requireNonNull(encoder).encode(event), StandardCharsets.UTF_8));
    }

    /** Every line so far, before anything is masked. */
    public List<String> said() {
        return with(said);
    }

    /** Every line so far, as it would leave the process. */
    public List<String> written() {
        return with(written);
    }

    private List<String> with(List<String> lines) {
        return Stream.concat(lines.stream(), printed.toString(StandardCharsets.UTF_8).lines())
                .toList();
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        stop();
        configure("error");
    }
}
