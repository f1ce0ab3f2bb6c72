package com.luckyfunatic.engine.testkit.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.luckyfunatic.devservers.RedisVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Tests whose server the machine cannot have are left out, and say why. */
class MissingServersTest {
    private static final String FILES = "funatic.servers.files";
    private static final String CONTAINERS = "funatic.test.containers";

    @TempDir Path directory;

    @Test
    void a_class_is_left_out_as_a_whole() throws IOException {
        var heard = run(NeedsMySql.class);
        assertThat(heard.skipped).singleElement().asString().contains("no MariaDB for ");
        assertThat(heard.aborted).isEmpty();
        assertThat(heard.failed).isEmpty();
    }

    @Test
    void a_test_with_servers_of_its_own_is_left_out_when_it_starts_one() throws IOException {
        var heard = run(NeedsItsOwn.class);
        assertThat(heard.aborted).singleElement().asString().contains("no Redis for ");
        assertThat(heard.failed).isEmpty();
    }

    private Heard run(Class<?> testClass) throws IOException {
        var before = System.getProperty(FILES);
        var list = Files.writeString(directory.resolve("list"), "");
        System.setProperty(FILES, list.toString());
        System.setProperty(CONTAINERS, "off");
        try (var session = LauncherFactory.openSession()) {
            var heard = new Heard();
            var request =
                    LauncherDiscoveryRequestBuilder.request().selectors(selectClass(testClass));
            session.getLauncher().execute(request.build(), heard);
            return heard;
        } finally {
            System.clearProperty(CONTAINERS);
            System.setProperty(FILES, before);
        }
    }

    private static final class Heard implements TestExecutionListener {
        private final List<String> skipped = new ArrayList<>();
        private final List<String> aborted = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            skipped.add(reason);
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            var message = result.getThrowable().map(Throwable::toString).orElse("");
            switch (result.getStatus()) {
                case SUCCESSFUL -> {}
                case ABORTED -> aborted.add(message);
                case FAILED -> failed.add(message);
            }
        }
    }

    @WithMySql
    static class NeedsMySql {
        @Test
        void reaches_no_test(MySqlAddress mySql) {
            throw new AssertionError(mySql);
        }
    }

    @WithOwnServers
    static class NeedsItsOwn {
        @Test
        void ends_early(OwnServers servers) {
            throw new AssertionError(servers.redis(RedisVersion.NEWEST));
        }
    }
}
