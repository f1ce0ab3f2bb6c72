package com.luckyfunatic.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.CommandEnvelope;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefectTest {
    @TempDir private Path directory = Path.of("");

    @ParameterizedTest
    @EnumSource(Defect.class)
    void every_defect_can_still_be_planted_as_classes_that_the_jvm_accepts(Defect defect)
            throws IOException {
        defect.plant(directory);

        List<Path> classes = classes();
        assertThat(classes).isNotEmpty();
        for (Path each : classes) {
            assertThat(ClassFile.of().verify(Files.readAllBytes(each))).isEmpty();
        }
    }

    private List<Path> classes() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(each -> each.toString().endsWith(".class")).toList();
        }
    }

    @Test
    void a_method_that_is_gone_is_told() {
        Patch patch =
                new Patch(CommandEnvelope.class.getName(), "gone", null, code -> code.return_());

        assertThatThrownBy(() -> patch.write(directory))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CommandEnvelope.gone");
    }
}
