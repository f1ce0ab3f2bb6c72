package com.luckyfunatic.server.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.engine.catalog.Catalog;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A release of the content with the answer made from it, once. Immutable. */
final class PublishedCatalog {
    private static final String WEAK = "W/";

    private final Catalog catalog;
    private final String tag;
    private final byte[] body;

    PublishedCatalog(Catalog catalog, ObjectMapper json) {
        this.catalog = catalog;
        // A version is free text; an entity tag has no quotes, spaces or characters beyond ASCII.
        tag = '"' + URLEncoder.encode(catalog.version(), StandardCharsets.UTF_8) + '"';
        try {
            body = json.writeValueAsBytes(new CatalogAnswer(CatalogViews.of(catalog)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("content is always JSON", e);
        }
    }

    boolean isOf(Catalog other) {
        return catalog == other;
    }

    /** Its version as an entity tag; weak, because the same body is sent compressed or not. */
    String etag() {
        return WEAK + tag;
    }

    /** The JSON; not to be changed. */
    byte[] body() {
        return body;
    }

    /** Returns whether the caller has this release already, by its {@code If-None-Match}. */
    boolean matches(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String known = candidate.strip();
            if (known.equals("*") || known.equals(tag) || known.equals(WEAK + tag)) {
                return true;
            }
        }
        return false;
    }
}
