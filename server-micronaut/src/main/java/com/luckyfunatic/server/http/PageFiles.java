package com.luckyfunatic.server.http;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.token.GameKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * The files that browsers may ask for: those of the page, and the pages that describe the API.
 *
 * <p>Which there are is found out once, so that a path costs a look-up and nothing that a caller
 * sends can make this table grow. A file has exactly one path, spelled as it is here; only the
 * first file of a folder, {@code index.html}, also answers to the folder's name. Contents are read
 * when they are first asked for and kept. Thread-safe.
 */
@Singleton
final class PageFiles {
    private static final String INDEX = "index.html";
    private static final String PAGE = "public/" + INDEX;

    /**
     * A folder of the class path that is served.
     *
     * @param path where, with a slash at the end
     * @param folder its name, with a slash at the end
     * @param landmark a file in it that no other library has, by which it is found
     */
    private record Folder(String path, String folder, String landmark) {}

    private static final List<Folder> FOLDERS =
            List.of(
                    new Folder("/", "public/", INDEX),
                    new Folder("/openapi/", "META-INF/swagger/", "funatic.yml"));

    /** Where the page says which Mini App it is; nothing stands there in the file. */
    private static final String APP_TAG = "<meta name=\"telegram-app\" content=\"%s\" />";

    private static final String GAMES = "public/games/";

    /** Where the page of a game that comes along says its key; nothing stands there in the file. */
    private static final String KEY_TAG = "<meta name=\"api-key\" content=\"%s\" />";

    private final ClassLoader loader;
    private final String app;
    private final List<GameKey> gameKeys;
    private final Map<String, String> resources = new HashMap<>();
    private final ConcurrentMap<String, PageFile> read = new ConcurrentHashMap<>();

    @Inject
    PageFiles(Settings settings) {
        this(
                PageFiles.class.getClassLoader(),
                settings.get(ServerSettings.TELEGRAM_APP),
                settings.get(ServerSettings.MINIGAME_KEYS));
    }

    PageFiles(ClassLoader loader, String app, List<GameKey> gameKeys) {
        this.loader = loader;
        this.app = app;
        this.gameKeys = List.copyOf(gameKeys);
        for (Folder folder : FOLDERS) {
            for (String name : names(folder)) {
                add(folder, name);
            }
        }
    }

    /** Returns whether there is a file of this path, as it stands in the request. */
    boolean has(String path) {
        return resources.containsKey(path);
    }

    /** The file of this path, as it stands in the request; nothing where there is none. */
    @Nullable PageFile find(String path) {
        String resource = resources.get(path);
        return resource == null ? null : read.computeIfAbsent(resource, this::read);
    }

    private void add(Folder folder, String name) {
        String path = folder.path() + name;
        String resource = folder.folder() + name;
        resources.put(path, resource);
        if (path.endsWith("/" + INDEX)) {
            String parent = path.substring(0, path.length() - INDEX.length());
            resources.put(parent, resource);
            resources.put(
                    parent.length() == 1 ? parent : parent.substring(0, parent.length() - 1),
                    resource);
        }
    }

    private PageFile read(String resource) {
        try (InputStream content = loader.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + " was there and is not");
            }
            byte[] bytes = content.readAllBytes();
            return new PageFile(resource, completed(resource, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] completed(String resource, byte[] bytes) {
        if (resource.equals(PAGE)) {
            return page(bytes);
        }
        return resource.startsWith(GAMES) && resource.endsWith("/" + INDEX)
                ? game(resource, bytes)
                : bytes;
    }

    /** A game's page, told its first key; whoever may load it may know that. */
    private byte[] game(String resource, byte[] file) {
        String game =
                resource.substring(GAMES.length(), resource.length() - INDEX.length() - 1)
                        .replace('-', '_');
        String key =
                gameKeys.stream()
                        .filter(each -> each.game().value().equals(game))
                        .findFirst()
                        .map(GameKey::text)
                        .orElse("");
        return new String(file, StandardCharsets.UTF_8)
                .replace(KEY_TAG.formatted(""), KEY_TAG.formatted(escaped(key)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** The page, told which Mini App its invite links lead to. */
    private byte[] page(byte[] file) {
        return new String(file, StandardCharsets.UTF_8)
                .replace(APP_TAG.formatted(""), APP_TAG.formatted(app))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The files in a folder, relative to it. */
    private List<String> names(Folder folder) {
        URL landmark = loader.getResource(folder.folder() + folder.landmark());
        if (landmark == null) {
            throw new IllegalStateException("the class path has no " + folder);
        }
        try {
            URLConnection connection = landmark.openConnection();
            return connection instanceof JarURLConnection jar
                    ? namesInJar(jar, folder.folder())
                    : namesBeside(Path.of(URI.create(landmark.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> namesInJar(JarURLConnection connection, String folder)
            throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(folder))
                    .map(name -> name.substring(folder.length()))
                    .toList();
        }
    }

    /** In a directory of classes, as tests and development environments have it. */
    private static List<String> namesBeside(Path landmark) throws IOException {
        Path folder = landmark.resolveSibling("");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
