package com.luckyfunatic.admin;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;

/**
 * A terminal of the operating system at which nobody sits: what is typed is written here, what is
 * printed is read. By POSIX's own functions, for a real console cannot be had otherwise. For one
 * thread.
 */
@SuppressWarnings("restricted") // the C library of this machine, by what its headers say
final class PseudoTerminal implements AutoCloseable {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final int READ_WRITE = 2;
    private static final int BYTES_MAX = 4_096;

    private final int master;
    private final File slave;

    /** Opens one; a test is skipped where the system has none to give, as some containers. */
    PseudoTerminal() {
        master = (int) call("posix_openpt", JAVA_INT, READ_WRITE);
        boolean isThere =
                master >= 0
                        && (int) call("grantpt", JAVA_INT, master) == 0
                        && (int) call("unlockpt", JAVA_INT, master) == 0;
        Assumptions.assumeTrue(isThere, "the system gives no pseudo-terminal");
        MemorySegment name = (MemorySegment) call("ptsname", ADDRESS, master);
        slave = new File(name.reinterpret(BYTES_MAX).getString(0));
    }

    private static void check(int result) throws IOException {
        if (result < 0) {
            throw new IOException("the pseudo-terminal takes nothing");
        }
    }

    /** What a process reads from and prints to. */
    File file() {
        return slave;
    }

    /** Types it. */
    void type(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocateFrom(JAVA_BYTE, bytes);
            check((int) (long) call("write", JAVA_LONG, master, buffer, (long) bytes.length));
        }
    }

    /** Reads on until {@code text} is printed, or there is nothing more; returns what it was. */
    String readUntil(String text) {
        StringBuilder printed = new StringBuilder();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(BYTES_MAX);
            while (printed.indexOf(text) < 0) {
                long count = (long) call("read", JAVA_LONG, master, buffer, (long) BYTES_MAX);
                if (count <= 0) {
                    break;
                }
                byte[] bytes = buffer.asSlice(0, count).toArray(JAVA_BYTE);
                printed.append(new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return printed.toString();
    }

    /** Reads on until nobody holds the terminal any more. */
    String readAll() {
        return readUntil("\0");
    }

    private static Object call(String function, MemoryLayout result, Object... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < layouts.length; i++) {
            layouts[i] =
                    switch (arguments[i]) {
                        case Integer _ -> JAVA_INT;
                        case Long _ -> JAVA_LONG;
                        default -> ADDRESS;
                    };
        }
        MethodHandle handle =
                LINKER.downcallHandle(
                        LINKER.defaultLookup().findOrThrow(function),
                        FunctionDescriptor.of(result, layouts));
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(function, e);
        }
    }

    @Override
    public void close() {
        call("close", JAVA_INT, master);
    }
}
