package com.luckyfunatic.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {
    @Test
    void the_files_of_a_jar_are_found_and_nothing_else_of_it(@TempDir Path directory)
            throws IOException {
        Path file = directory.resolve("a program.jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (String name :
                    new String[] {
                        "public/",
                        "public/index.html",
                        "public/assets/",
                        "public/assets/x.js",
                        "META-INF/swagger/funatic.yml",
                        "META-INF/swagger/index.html",
                        "META-INF/MANIFEST.MF",
                        "com/Secret.class"
                    }) {
                jar.putNextEntry(new JarEntry(name));
                jar.write(
                        name.endsWith("/")
                                ? new byte[0]
                                : name.getBytes(StandardCharsets.US_ASCII));
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {file.toUri().toURL()}, null)) {
            PageFiles files = new PageFiles(loader, "", List.of());

            for (String path : new String[] {"/", "/index.html", "/openapi", "/openapi/"}) {
                assertThat(files.has(path)).as(path).isTrue();
            }
            assertThat(Objects.requireNonNull(files.find("/assets/x.js")).content())
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("public/assets/x.js");
            assertThat(Objects.requireNonNull(files.find("/openapi")).content())
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("META-INF/swagger/index.html");
            for (String path :
                    new String[] {
                        "",
                        "//assets/x.js",
                        "/assets",
                        "/assets/",
                        "/com/Secret.class",
                        "/MANIFEST.MF"
                    }) {
                assertThat(files.has(path)).as(path).isFalse();
                assertThat(files.find(path)).as(path).isNull();
            }
        }
    }

    @Test
    void the_page_is_told_where_invite_links_lead() {
        String app = "https://t.me/funatic_bot/play";
        PageFiles files = new PageFiles(PageFilesTest.class.getClassLoader(), app, List.of());

        assertThat(Objects.requireNonNull(files.find("/")).content())
                .asString(StandardCharsets.UTF_8)
                .contains("<meta name=\"telegram-app\" content=\"" + app + "\" />");
        assertThat(Objects.requireNonNull(files.find("/assets/js/main.js")).content())
                .asString(StandardCharsets.UTF_8)
                .doesNotContain(app);
    }

    @Test
    void a_program_without_its_page_does_not_start(@TempDir Path directory) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, null)) {
            assertThatThrownBy(() -> new PageFiles(loader, "", List.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("public/");
        }
    }
}
