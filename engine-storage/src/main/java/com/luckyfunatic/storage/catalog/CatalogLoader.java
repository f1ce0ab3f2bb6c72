package com.luckyfunatic.storage.catalog;

import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.storage.catalog.YamlNode.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads content from YAML files, strictly: an unknown, missing, repeated or mistyped field is an
 * error that says where it stands and what was expected.
 *
 * <p>A file is UTF-8 and has at most {@link #SIZE_MAX} bytes. What is read may still break rules of
 * the game, which {@link com.luckyfunatic.engine.catalog.Catalog#of} tells. Stateless and
 * thread-safe.
 */
public final class CatalogLoader {
    /** The most bytes of a catalog file: 1 MiB. */
    public static final int SIZE_MAX = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String STANDARD = "/catalog/default-catalog.yaml";

    private CatalogLoader() {}

    /** Returns the content that comes with the game. */
    public static CatalogDefinition standard() {
        return standardFile().definition();
    }

    /** Returns the content that comes with the game, with its places in the file. */
    public static CatalogFile standardFile() {
        try (InputStream in = CatalogLoader.class.getResourceAsStream(STANDARD)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + STANDARD);
            }
            return parse(STANDARD.substring(STANDARD.lastIndexOf('/') + 1), in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + STANDARD, e);
        }
    }

    /**
     * Returns the content of {@code file}.
     *
     * @throws CatalogFileException when it is not written as a catalog, with every mistake
     * @throws UncheckedIOException when it cannot be read
     */
    public static CatalogDefinition load(Path file) {
        return read(file).definition();
    }

    /**
     * Returns the content of {@code file}, with its places in the file.
     *
     * @throws CatalogFileException when it is not written as a catalog, with every mistake
     * @throws UncheckedIOException when it cannot be read
     */
    public static CatalogFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(file.toString(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /**
     * Returns the content of a document, with its places in it.
     *
     * @param name what problems call it
     * @throws CatalogFileException when it is not written as a catalog, with every mistake
     */
    public static CatalogFile read(String name, String document) {
        if (document.getBytes(StandardCharsets.UTF_8).length > SIZE_MAX) {
            throw tooLarge(name);
        }
        return parse(name, document);
    }

    /**
     * Returns the text of {@code file}, whatever it says.
     *
     * @throws CatalogFileException when it is too large, or no text
     * @throws UncheckedIOException when it cannot be read
     */
    public static String document(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return text(file.toString(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static CatalogFile parse(String name, InputStream in) throws IOException {
        return parse(name, text(name, in));
    }

    private static String text(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(SIZE_MAX + 1);
        if (bytes.length > SIZE_MAX) {
            throw tooLarge(name);
        }
        return text(name, bytes);
    }

    private static CatalogFileException tooLarge(String name) {
        return refused(name, "is larger than " + SIZE_MAX + " bytes");
    }

    private static CatalogFile parse(String name, String document) {
        Problems problems = new Problems();
        Mapping root = YamlDocument.read(document, problems);
        problems.throwIfAny(name);
        CatalogDefinition definition = Row.read(root, "", problems, CatalogReader::catalog);
        problems.throwIfAny(name);
        return new CatalogFile(name, root, definition);
    }

    private static String text(String name, byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused(name, "is not UTF-8 text");
        }
    }

    private static CatalogFileException refused(String name, String reason) {
        return new CatalogFileException(name, List.of(new CatalogFileProblem(0, 0, "", reason)));
    }
}
