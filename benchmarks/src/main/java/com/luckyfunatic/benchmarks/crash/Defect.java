package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.Violation.Kind;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A mistake that one of the scenarios must show: methods of compiled classes with another
 * beginning.
 */
enum Defect implements Planted {
    /** The storage never learns the ids of operations. */
    NO_DEDUPLICATION(
            Scenario.SERVER,
            EnumSet.of(Kind.LOST, Kind.DOUBLED),
            patch(
                    "com.luckyfunatic.engine.CommandEnvelope",
                    "operationId",
                    code -> code.aconst_null().areturn())),

    /** Hard changes are answered as soon as Redis has them. */
    ANSWER_BEFORE_WRITE(
            Scenario.REDIS_WIPED_WITH_WORKER,
            EnumSet.of(Kind.LOST),
            patch(
                    "com.luckyfunatic.storage.distributed.HardChanges",
                    "makeSafe",
                    code -> code.return_())),

    /** A slow worker writes snapshots over later ones, also of players who were evicted since. */
    FLUSH_WITHOUT_FENCE(
            Scenario.WORKER_FROZEN,
            EnumSet.of(Kind.LOST),
            patch(
                    "com.luckyfunatic.storage.mysql.Snapshots",
                    "flush",
                    MethodTypeDesc.of(
                            ClassDesc.of("java.util.Set"), ClassDesc.of("java.util.List")),
                    code -> sleep(code, 4_000)),
            patch(
                    "com.luckyfunatic.storage.mysql.Snapshot",
                    "isAfter",
                    code -> code.iconst_1().ireturn())),

    /** The drain takes entries out of the journal a moment before it archives them. */
    ACKNOWLEDGE_BEFORE_INSERT(
            Scenario.DRAIN,
            EnumSet.of(Kind.AUDIT),
            patch(
                    "com.luckyfunatic.storage.distributed.JournalDrain",
                    "taken",
                    MethodTypeDesc.of(
                            ClassDesc.of("com.luckyfunatic.storage.distributed.JournalDrain$Taken"),
                            ConstantDescs.CD_List),
                    Defect::trimFirst));

    private final Scenario shownBy;

    // Nobody can change what List.of and Set.copyOf make.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Kind> signs;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Plant> patches;

    Defect(Scenario shownBy, Set<Kind> signs, Patch... patches) {
        this.shownBy = shownBy;
        this.signs = Set.copyOf(signs);
        this.patches = List.of(patches);
    }

    /** The scenario whose checks must find it. */
    Scenario shownBy() {
        return shownBy;
    }

    @Override
    public Set<Kind> signs() {
        return signs;
    }

    @Override
    public List<Plant> plants() {
        return patches;
    }

    private static Patch patch(String type, String method, Consumer<CodeBuilder> beginning) {
        return new Patch(type, method, null, beginning);
    }

    private static Patch patch(
            String type, String method, MethodTypeDesc shape, Consumer<CodeBuilder> beginning) {
        return new Patch(type, method, shape, beginning);
    }

    private static void sleep(CodeBuilder code, long millis) {
        code.loadConstant(millis)
                .invokestatic(
                        ClassDesc.of("java.lang.Thread"),
                        "sleep",
                        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long));
    }

    /** What a batch ends with is taken out; then it takes a while until the rest of the method. */
    private static void trimFirst(CodeBuilder code) {
        ClassDesc drain = ClassDesc.of("com.luckyfunatic.storage.distributed.JournalDrain");
        ClassDesc journal = ClassDesc.of("com.luckyfunatic.storage.redis.RedisJournal");
        ClassDesc named = ClassDesc.of("com.luckyfunatic.storage.redis.RedisJournal$Named");
        ClassDesc asked = ClassDesc.of("java.util.function.BooleanSupplier");
        code.aload(0)
                .getfield(drain, "journal", journal)
                .aload(0)
                .getfield(drain, "partition", ConstantDescs.CD_int)
                .aload(0)
                .getfield(drain, "generation", ConstantDescs.CD_long)
                .aload(1)
                .invokeinterface(
                        ConstantDescs.CD_List,
                        "getLast",
                        MethodTypeDesc.of(ConstantDescs.CD_Object))
                .checkcast(named)
                .invokevirtual(named, "name", MethodTypeDesc.of(ConstantDescs.CD_String))
                .invokevirtual(
                        journal,
                        "askToTrim",
                        MethodTypeDesc.of(
                                asked,
                                ConstantDescs.CD_int,
                                ConstantDescs.CD_long,
                                ConstantDescs.CD_String))
                .invokeinterface(asked, "getAsBoolean", MethodTypeDesc.of(ConstantDescs.CD_boolean))
                .pop();
        sleep(code, 200);
    }
}
