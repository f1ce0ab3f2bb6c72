package com.luckyfunatic.server.catalog;

/**
 * The body of the published catalog. It names no time, since caches keep it.
 *
 * @param data the content in force
 */
public record CatalogAnswer(CatalogView data) {}
