package com.luckyfunatic.server.http;

import com.luckyfunatic.server.crypto.Sha256;
import io.micronaut.http.MediaType;
import java.util.HexFormat;

/** A file that is sent to browsers, with the tag of its content. Immutable. */
final class PageFile {
    private static final int TAG_BYTES = 16;

    private final byte[] content;
    private final MediaType type;
    private final String tag;

    PageFile(String name, byte[] content) {
        this.content = content;
        this.type = MediaType.forFilename(name);
        this.tag = tag(content);
    }

    /** Not to be changed. */
    byte[] content() {
        return content;
    }

    MediaType type() {
        return type;
    }

    /**
     * Its entity tag: of the content, not of its time, so that several servers and new builds of
     * the same file agree. It is weak, because the same file is sent compressed or not.
     */
    String tag() {
        return tag;
    }

    private static String tag(byte[] content) {
        return "W/\"" + HexFormat.of().formatHex(Sha256.of(content), 0, TAG_BYTES) + "\"";
    }
}
