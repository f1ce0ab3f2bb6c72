package com.luckyfunatic.operations.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.operations.audit.AnchorFile;
import com.luckyfunatic.operations.audit.AuditSealing;
import com.luckyfunatic.storage.audit.AuditAnchor;
import com.luckyfunatic.storage.audit.AuditSealer;
import com.luckyfunatic.storage.memory.MemoryStorage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class SealAuditTest {
    @TempDir private Path directory;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MemoryStorage storage = new MemoryStorage();
    private final GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
    private long id;

    private void act(int times) {
        for (int i = 0; i < times; i++) {
            storage.operatorActions()
                    .append(
                            new OperatorAction(
                                    ++id,
                                    new OperatorName("ada"),
                                    engine.clock().millis(),
                                    "read",
                                    null,
                                    null,
                                    ActionOutcome.DONE,
                                    ""));
        }
    }

    private SealAudit job(Path anchor) {
        return new SealAudit(registry, AuditSealing.of("", anchor.toString()));
    }

    private long run(SealAudit job) {
        return job.run(engine, Job.Progress.NONE);
    }

    @Test
    void what_is_new_is_sealed_and_its_head_kept_apart() {
        Path anchor = directory.resolve("heads");
        SealAudit job = job(anchor);
        act(3);
        assertThat(run(job)).isEqualTo(3);
        assertThat(run(job)).as("nothing is new").isZero();
        act(2);
        assertThat(run(job)).isEqualTo(2);

        assertThat(new AnchorFile(anchor).read())
                .extracting(AuditAnchor::number)
                .containsExactly(1L, 2L);
        assertThat(registry.get("game.audit.rows.sealed").counter().count()).isEqualTo(5);
    }

    /** The page of the audit names a command that takes heads out of logs. */
    @Test
    void heads_are_told_in_the_log_as_the_file_has_them() {
        Logger logger = (Logger) LoggerFactory.getLogger(SealAudit.class);
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        logger.addAppender(told);
        logger.setLevel(Level.INFO);
        Path anchor = directory.resolve("heads");
        try {
            act(3);
            run(job(anchor));
        } finally {
            logger.detachAppender(told);
            logger.setLevel(null);
        }

        Pattern asOnThePage = Pattern.compile("[0-9T:.-]+Z [a-z-]+ [0-9]+ [0-9a-f]{64}");
        assertThat(told.list)
                .extracting(line -> {
                    Matcher head = asOnThePage.matcher(line.getFormattedMessage());
                    return head.find() ? AuditAnchor.parse(head.group()) : null;
                })
                .containsExactlyElementsOf(new AnchorFile(anchor).read())
                .hasSize(1);
    }

    @Test
    void it_tells_up_to_when_everything_is_sealed() {
        SealAudit job = new SealAudit(registry, AuditSealing.PLAIN);
        assertThat(sealedTime()).as("before the first round").isZero();

        act(1);
        long before = engine.clock().millis();
        run(job);
        assertThat(sealedTime()).isBetween(before / 1_000.0, engine.clock().millis() / 1_000.0);
    }

    @Test
    void what_cannot_be_sealed_yet_is_not_told_as_sealed() {
        SealedTimes times = new SealedTimes();
        AuditStore store = storage.audit();
        AuditLog log = store.logs().getFirst();
        act(2);
        times.before(store, log, 100);
        act(1);
        times.after(store, log);
        assertThat(times.allMillis()).as("nothing is sealed").isZero();

        times.before(store, log, 200);
        new AuditSealer(store, AuditSealing.PLAIN.chain())
                .seal(log, engine.clock().millis(), _ -> true);
        act(1);
        times.after(store, log);
        assertThat(times.allMillis()).as("what was there first is").isEqualTo(100);

        times.before(store, log, 300);
        times.after(store, log);
        assertThat(times.allMillis()).as("what came since is not").isEqualTo(100);
    }

    private double sealedTime() {
        return registry.get("game.audit.sealed.time").timeGauge().value(TimeUnit.SECONDS);
    }

    @Test
    void heads_of_other_processes_seals_are_kept_apart_too() {
        act(1);
        run(job(directory.resolve("one")));
        act(1);
        Path other = directory.resolve("other");
        run(job(other));
        act(1);
        run(job(other));

        assertThat(new AnchorFile(other).read())
                .extracting(AuditAnchor::number)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void without_a_file_nothing_is_kept_apart() throws IOException {
        act(1);
        assertThat(run(new SealAudit(registry, AuditSealing.PLAIN))).isEqualTo(1);
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void a_file_that_cannot_be_written_is_a_failure_and_made_good_for_later() throws IOException {
        Path anchor = directory.resolve("away").resolve("heads");
        SealAudit job = job(anchor);
        act(1);
        assertThatThrownBy(() -> run(job)).isInstanceOf(UncheckedIOException.class);

        Files.createDirectory(directory.resolve("away"));
        run(job);
        assertThat(new AnchorFile(anchor).read()).hasSize(1);
    }

    @Test
    void a_round_that_shall_stop_goes_on_with_the_next() {
        act(5_000);
        Job.Progress stopping =
                new Job.Progress() {
                    @Override
                    public void done(long count) {
                        // Nobody is told.
                    }

                    @Override
                    public boolean isStopping() {
                        return true;
                    }
                };
        SealAudit job = new SealAudit(registry, AuditSealing.PLAIN);

        assertThat(job.run(engine, stopping)).isEqualTo(4_096);
        assertThat(run(job)).isEqualTo(904);
    }
}
