package com.luckyfunatic.server.support;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The content of a release, as it was published.
 *
 * @param number which release
 * @param version what the content calls itself
 * @param document the catalog in YAML, character by character
 */
@Schema(
        example =
                """
                {"number": 8, "version": "2026.7", "document": "version: \\"2026.7\\"\\n"}
                """)
record ReleaseDocumentView(long number, String version, String document) {}
