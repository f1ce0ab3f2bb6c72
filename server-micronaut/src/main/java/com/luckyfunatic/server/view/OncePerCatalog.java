package com.luckyfunatic.server.view;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.luckyfunatic.engine.catalog.Catalog;
import java.util.function.Function;

/**
 * What is shown of the content and is the same for every player, made once for each catalog instead
 * of once for each answer. Forgotten with the catalog. Thread-safe.
 *
 * @param <T> what is made; must not hold on to the catalog, or that would never be forgotten
 */
public final class OncePerCatalog<T> {
    private final LoadingCache<Catalog, T> made;

    /** Remembers what {@code make} makes of a catalog. */
    public OncePerCatalog(Function<Catalog, T> make) {
        made = Caffeine.newBuilder().weakKeys().executor(Runnable::run).build(make::apply);
    }

    /** Returns what was made of {@code catalog}, this very object. */
    public T of(Catalog catalog) {
        return made.get(catalog);
    }
}
