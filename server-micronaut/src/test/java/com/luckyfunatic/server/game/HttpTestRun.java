package com.luckyfunatic.server.game;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.TagFilter.excludeTags;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests over HTTP, which keep their data in memory, on another storage, inside of a test. */
public final class HttpTestRun implements TestExecutionListener {
    private static final ThreadLocal<TestStorage> STORAGE =
            ThreadLocal.withInitial(TestStorage.InMemory::new);

    private final Map<String, Throwable> failures = new LinkedHashMap<>();
    private int tests;

    private HttpTestRun() {}

    /**
     * Runs the tests over HTTP of a package on {@code storage}; on a shared one without those that
     * have to be {@link TestStorage#ALONE}.
     */
    public static HttpTestRun of(String testPackage, TestStorage storage) {
        var builder =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectPackage(testPackage))
                        .filters(includeClassNamePatterns(".*HttpTest"));
        if (storage.isShared()) {
            builder.filters(excludeTags(TestStorage.ALONE));
        }
        LauncherDiscoveryRequest request = builder.build();
        var run = new HttpTestRun();
        STORAGE.set(storage);
        try {
            LauncherFactory.create().execute(request, run);
        } finally {
            STORAGE.remove();
        }
        return run;
    }

    /** Returns what the running tests keep their data in. */
    static TestStorage storage() {
        return STORAGE.get();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        tests += test.isTest() ? 1 : 0;
        result.getThrowable().ifPresent(failure -> failures.put(test.getUniqueId(), failure));
    }

    /** How many tests were run. */
    public int tests() {
        return tests;
    }

    /** The tests that failed, and why. */
    public Map<String, Throwable> failures() {
        return failures;
    }
}
