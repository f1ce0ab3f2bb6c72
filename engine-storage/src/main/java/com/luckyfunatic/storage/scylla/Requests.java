package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Sends statements; every failure comes with the returned stage. Thread-safe. */
final class Requests {
    private final CqlSession session;

    Requests(CqlSession session) {
        this.session = session;
    }

    /** Sends {@code statement}. */
    CompletionStage<AsyncResultSet> send(Statement<?> statement) {
        try {
            return session.executeAsync(statement);
        } catch (RuntimeException e) {
            // A closed session says so here.
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Sends a query and collects its rows from all its pages; some may be short or empty. */
    CompletionStage<List<Row>> rows(Statement<?> query) {
        return send(query).thenCompose(first -> collect(first, new ArrayList<>()));
    }

    /**
     * Sends a query and hands out its rows, page by page; the next page is asked for meanwhile.
     *
     * @param patience how long each page may take
     */
    void each(Statement<?> query, Duration patience, Consumer<Row> consumer) {
        CompletionStage<AsyncResultSet> next = send(query);
        while (next != null) {
            AsyncResultSet page = DriverErrors.await(next, patience);
            next = page.hasMorePages() ? page.fetchNextPage() : null;
            page.currentPage().forEach(consumer);
        }
    }

    private static CompletionStage<List<Row>> collect(AsyncResultSet page, List<Row> rows) {
        page.currentPage().forEach(rows::add);
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> collect(next, rows))
                : CompletableFuture.completedFuture(rows);
    }
}
