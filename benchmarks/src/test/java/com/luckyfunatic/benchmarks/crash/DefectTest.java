package com.luckyfunatic.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.CommandEnvelope;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefectTest {
    /** Has the JVM look at a class, which sees more than the verifier of the class file API. */
    private static final class Loader extends ClassLoader {
        Loader() {
            super(DefectTest.class.getClassLoader());
        }

        Class<?> load(byte[] code) {
            return defineClass(null, code, 0, code.length);
        }
    }

    @TempDir private Path directory = Path.of("");

    @ParameterizedTest
    @EnumSource(Defect.class)
    void every_defect_can_still_be_planted_as_classes_that_the_jvm_accepts(Defect defect)
            throws IOException {
        defect.plant(directory);

        List<Path> classes = classes();
        assertThat(classes).isNotEmpty();
        for (Path each : classes) {
            byte[] code = Files.readAllBytes(each);
            assertThat(ClassFile.of().verify(code)).isEmpty();
            assertThat(new Loader().load(code).getDeclaredMethods()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void a_game_that_does_not_answer_and_a_blow_that_hit_nothing_prove_no_defect(Defect defect) {
        assertThat(defect.isFoundIn(round(Violation.Kind.GONE))).isFalse();
        assertThat(defect.isFoundIn(round(Violation.Kind.MISSED))).isFalse();
        assertThat(defect.isFoundIn(round(Violation.Kind.UNEXPECTED))).isFalse();
    }

    @Test
    void a_defect_is_found_by_what_it_must_break() {
        assertThat(Defect.ANSWER_BEFORE_WRITE.isFoundIn(round(Violation.Kind.LOST))).isTrue();
        assertThat(Defect.ANSWER_BEFORE_WRITE.isFoundIn(round(Violation.Kind.LOST_SOFT))).isFalse();
        assertThat(Defect.ACKNOWLEDGE_BEFORE_INSERT.isFoundIn(round(Violation.Kind.AUDIT)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(FleetDefect.class)
    void every_defect_of_a_fleet_can_still_be_planted(FleetDefect defect) throws IOException {
        defect.plant(directory);

        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty();
        }
        assertThat(defect.isFoundIn(round(Violation.Kind.OUT_OF_ORDER))).isTrue();
        assertThat(defect.isFoundIn(round(Violation.Kind.GONE))).isFalse();
        assertThat(defect.isFoundIn(round(Violation.Kind.MISSED))).isFalse();
    }

    @Test
    void words_that_a_script_does_not_have_are_told() {
        ScriptPatch patch = new ScriptPatch("commit-6.lua", "gone", "");

        assertThatThrownBy(() -> patch.write(directory))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("commit-6.lua");
    }

    private static CrashResult.Round round(Violation.Kind kind) {
        Tally tally = new Tally(Duration.ZERO);
        tally.add(new Violation(kind, 0, 0, ""));
        return tally.sumUp(1, 1, 1);
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
