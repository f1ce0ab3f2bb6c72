package com.luckyfunatic.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for every file that somebody deploys with. */
class DeployFilesTest {
    private static final Pattern VARIABLE = Pattern.compile("\\bFUNATIC_[A-Z_]*[A-Z]\\b");
    private static final Pattern IMAGE = Pattern.compile("(?m)^\\s*(?:image:|FROM) +(\\S+)");
    private static final Pattern OPTIONS = Pattern.compile("(?m)(JVM_\\w+=\\(.*\\))$");

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    @Test
    void everything_can_be_read() throws IOException {
        for (Path file : DeployFiles.all()) {
            if (file.toString().matches(".*\\.ya?ml")) {
                assertThat(DeployFiles.documents(file)).as(file.toString()).isNotEmpty();
            }
        }
    }

    @Test
    void every_variable_is_a_setting() throws IOException {
        Set<String> known = new HashSet<>(Set.of("FUNATIC_CONFIG"));
        for (Setting<?> setting : ServerSettings.ALL) {
            known.add(setting.variable());
            known.addAll(setting.otherVariables());
        }
        for (Path file : DeployFiles.all()) {
            assertThat(VARIABLE.matcher(text(file)).results().map(MatchResult::group))
                    .as(file.toString())
                    .filteredOn(name -> !name.equals("FUNATIC_SERVER_PORT"))
                    .isSubsetOf(known);
        }
    }

    @Test
    void images_carry_a_version_and_ours_is_that_of_this_build() throws IOException {
        String version = DeployFiles.version();
        Set<String> images = new HashSet<>();
        for (Path file : DeployFiles.all()) {
            IMAGE.matcher(text(file)).results().forEach(image -> images.add(image.group(1)));
        }
        assertThat(images)
                .contains("funatic:" + version)
                .allSatisfy(image ->
                        assertThat(image)
                                .matches("[a-z0-9/_-]+:[A-Za-z0-9._-]+")
                                .doesNotContain("latest"))
                .filteredOn(image -> image.startsWith("funatic:"))
                .hasSize(1);
        assertThat(text(DeployFiles.DIRECTORY.resolve("Containerfile")))
                .contains("ARG VERSION=" + version + "\n");
    }

    /** Whoever deploys decides from where; and an address here would grow old. */
    @Test
    void no_file_names_a_host_of_the_internet() throws IOException {
        for (Path file : DeployFiles.all()) {
            assertThat(text(file)).as(file.toString()).doesNotContainPattern("https?://");
        }
    }

    @Test
    void the_archive_starts_programs_as_a_checkout_does() throws IOException {
        List<String> launcher = options(Path.of("../launcher/build.sh"));
        assertThat(options(Path.of("../distribution/bin/funatic"))).hasSize(3).isEqualTo(launcher);
    }

    private static List<String> options(Path script) throws IOException {
        return OPTIONS.matcher(text(script)).results().map(found -> found.group(1)).toList();
    }
}
