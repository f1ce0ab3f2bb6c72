package com.luckyfunatic.benchmarks.crash;

import java.io.IOException;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A mistake that is planted into the game on purpose, to see that the checks find it: methods of
 * compiled classes with another beginning. The changed classes stand before the real ones on the
 * class path of a child process; the programs themselves know nothing of it.
 */
enum Defect {
    /** The storage never learns the ids of operations. */
    NO_DEDUPLICATION(
            Scenario.SERVER,
            patch(
                    "com.luckyfunatic.engine.CommandEnvelope",
                    "operationId",
                    code -> code.aconst_null().areturn())),

    /** Hard changes are answered as soon as Redis has them. */
    ANSWER_BEFORE_WRITE(
            Scenario.REDIS_WIPED,
            patch(
                    "com.luckyfunatic.storage.distributed.HardChanges",
                    "makeSafe",
                    code -> code.return_())),

    /** A slow worker writes snapshots over later ones. */
    FLUSH_WITHOUT_FENCE(
            Scenario.REDIS_WIPED_WITH_WORKER,
            patch(
                    "com.luckyfunatic.storage.mysql.Snapshots",
                    "flush",
                    MethodTypeDesc.of(
                            ClassDesc.of("java.util.Set"), ClassDesc.of("java.util.List")),
                    Defect::sleep),
            patch(
                    "com.luckyfunatic.storage.mysql.Snapshot",
                    "isAfter",
                    code -> code.iconst_1().ireturn())),

    /** The drain takes entries out of the journal before the audit has them. */
    ACKNOWLEDGE_BEFORE_INSERT(
            Scenario.DRAIN,
            patch(
                    "com.luckyfunatic.storage.distributed.JournalDrain",
                    "append",
                    Defect::trimFirst));

    private static final long SLOW_MILLIS = 500;

    private final Scenario shownBy;

    // Nobody can change a list made by List.of.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Patch> patches;

    Defect(Scenario shownBy, Patch... patches) {
        this.shownBy = shownBy;
        this.patches = List.of(patches);
    }

    /** The scenario whose checks must find it. */
    Scenario shownBy() {
        return shownBy;
    }

    /**
     * Writes the changed classes below {@code directory}.
     *
     * @throws IllegalStateException when the game has no such method any more: the defect must be
     *     planted elsewhere
     */
    void plant(Path directory) throws IOException {
        for (Patch each : patches) {
            each.write(directory);
        }
    }

    private static Patch patch(String type, String method, Consumer<CodeBuilder> beginning) {
        return new Patch(type, method, null, beginning);
    }

    private static Patch patch(
            String type, String method, MethodTypeDesc shape, Consumer<CodeBuilder> beginning) {
        return new Patch(type, method, shape, beginning);
    }

    private static void sleep(CodeBuilder code) {
        code.loadConstant(SLOW_MILLIS)
                .invokestatic(
                        ClassDesc.of("java.lang.Thread"),
                        "sleep",
                        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long));
    }

    private static void trimFirst(CodeBuilder code) {
        ClassDesc drain = ClassDesc.of("com.luckyfunatic.storage.distributed.JournalDrain");
        ClassDesc journal = ClassDesc.of("com.luckyfunatic.storage.redis.RedisJournal");
        ClassDesc named = ClassDesc.of("com.luckyfunatic.storage.redis.RedisJournal$Named");
        code.aload(0)
                .getfield(drain, "journal", journal)
                .aload(0)
                .getfield(drain, "partition", ConstantDescs.CD_int)
                .aload(1)
                .invokeinterface(
                        ConstantDescs.CD_List,
                        "getLast",
                        MethodTypeDesc.of(ConstantDescs.CD_Object))
                .checkcast(named)
                .invokevirtual(named, "name", MethodTypeDesc.of(ConstantDescs.CD_String))
                .invokevirtual(
                        journal,
                        "trim",
                        MethodTypeDesc.of(
                                ConstantDescs.CD_void,
                                ConstantDescs.CD_int,
                                ConstantDescs.CD_String));
    }
}
