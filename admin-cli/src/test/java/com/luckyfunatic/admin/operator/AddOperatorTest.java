package com.luckyfunatic.admin.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code operator add} on a storage whose clock is not the machine's. */
class AddOperatorTest {
    private static final long MOMENT = 1_234_567_890_123L;

    @TempDir private Path directory;

    @Test
    void the_moment_is_told_by_the_storages_clock() {
        AddOperator command = new AddOperator();
        new CommandLine(command)
                .setOut(new PrintWriter(new StringWriter()))
                .parseArgs("ada", "--role", "support", "--by", "root", "--reason", "new");
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            command.check();
            command.run(withClock(storage, () -> Instant.ofEpochMilli(MOMENT)));

            assertThat(storage.operators().find(new OperatorName("ada")).orElseThrow())
                    .extracting(Operator::addedAtMillis)
                    .isEqualTo(MOMENT);
        }
    }

    /** The same storage in every respect but its clock. */
    private static GameStorage withClock(GameStorage storage, InstantSource clock) {
        return (GameStorage)
                Proxy.newProxyInstance(
                        GameStorage.class.getClassLoader(),
                        new Class<?>[] {GameStorage.class},
                        (proxy, method, args) -> {
                            if (method.getName().equals("clock")) {
                                return clock;
                            }
                            try {
                                return method.invoke(storage, args);
                            } catch (InvocationTargetException e) {
                                throw e.getTargetException();
                            }
                        });
    }
}
