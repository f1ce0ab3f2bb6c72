package com.luckyfunatic.server.catalog;

import com.luckyfunatic.engine.catalog.Catalog;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A release of the content with the answer made from it.
 *
 * @param catalog the content
 * @param etag its version as an entity tag, with quotes
 * @param answer the body
 */
record PublishedCatalog(Catalog catalog, String etag, CatalogAnswer answer) {
    static PublishedCatalog of(Catalog catalog) {
        // A version is free text; an entity tag has no quotes, spaces or characters beyond ASCII.
        String etag = '"' + URLEncoder.encode(catalog.version(), StandardCharsets.UTF_8) + '"';
        return new PublishedCatalog(catalog, etag, new CatalogAnswer(CatalogViews.of(catalog)));
    }

    /** Returns whether the caller has this release already, by its {@code If-None-Match}. */
    boolean matches(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String tag = candidate.strip();
            // A cache that compressed the body marks our tag as weak.
            if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }
}
