package com.luckyfunatic.benchmarks.crash;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Another beginning for a method of a compiled class.
 *
 * @param type the name of the class
 * @param method the name of the method
 * @param shape its parameters and result; null for all of that name
 * @param beginning what it does first; if that returns, the rest is never reached
 */
record Patch(
        String type, String method, @Nullable MethodTypeDesc shape, Consumer<CodeBuilder> beginning)
        implements Plant {
    @Override
    public void write(Path directory) throws IOException {
        String file = type.replace('.', '/') + ".class";
        // Where the code begins with a return, nothing is left of what debug information speaks of.
        ClassFile format = ClassFile.of(ClassFile.DebugElementsOption.DROP_DEBUG);
        AtomicInteger found = new AtomicInteger();
        byte[] changed =
                format.transformClass(
                        format.parse(read(file)),
                        ClassTransform.transformingMethodBodies(
                                each -> isMeant(each) && found.incrementAndGet() > 0,
                                new Beginning(beginning)));
        if (found.get() == 0) {
            throw new IllegalStateException("there is no method " + type + "." + method);
        }
        Path target = directory.resolve(file);
        Files.createDirectories(target.getParent());
        Files.write(target, changed);
    }

    private boolean isMeant(MethodModel each) {
        return each.methodName().equalsString(method)
                && each.code().isPresent()
                && (shape == null || each.methodTypeSymbol().equals(shape));
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = Patch.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no class " + file);
            }
            return in.readAllBytes();
        }
    }

    private record Beginning(Consumer<CodeBuilder> code) implements CodeTransform {
        @Override
        public void atStart(CodeBuilder builder) {
            code.accept(builder);
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            builder.with(element);
        }
    }
}
