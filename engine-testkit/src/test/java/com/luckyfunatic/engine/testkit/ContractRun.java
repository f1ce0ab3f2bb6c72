package com.luckyfunatic.engine.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract against a storage that may be broken, inside of a test. */
final class ContractRun implements TestExecutionListener {
    private static final ThreadLocal<Function<PlainStorage, GameStorage>> BREAKING =
            ThreadLocal.withInitial(() -> plain -> plain);

    private final Map<String, Throwable> failures = new LinkedHashMap<>();
    private int tests;

    private ContractRun() {}

    /** Runs {@code contract}, whose fixture is {@link #fixture()}, on a storage that is broken. */
    static ContractRun of(
            Class<? extends StorageContract> contract,
            Function<PlainStorage, GameStorage> breaking) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(selectClass(contract)).build();
        var run = new ContractRun();
        BREAKING.set(breaking);
        try {
            LauncherFactory.create().execute(request, run);
        } finally {
            BREAKING.remove();
        }
        return run;
    }

    /** Returns a fixture of the storage that the running contract is for. */
    static StorageFixture fixture() {
        var plain = new PlainStorage();
        var breaking = BREAKING.get();
        return new StorageFixture() {
            @Override
            public StoreCapabilities capabilities() {
                return StoreCapabilities.DURABLE;
            }

            @Override
            public GameStorage open() {
                return breaking.apply(plain.open());
            }

            @Override
            public Optional<String> exchangeCommand(
                    GameStorage storage, PendingFollowUp followUp, String stored) {
                return Optional.of(plain.exchangeCommand(followUp, stored));
            }
        };
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        tests += test.isTest() ? 1 : 0;
        result.getThrowable().ifPresent(failure -> failures.put(methodOf(test), failure));
    }

    private static String methodOf(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElse(test.getDisplayName());
    }

    /** How many tests were run. */
    int tests() {
        return tests;
    }

    /** The tests that failed, by their methods. */
    Map<String, Throwable> failures() {
        return failures;
    }
}
