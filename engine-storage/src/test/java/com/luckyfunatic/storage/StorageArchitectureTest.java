package com.luckyfunatic.storage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.luckyfunatic.storage.codec.CompactCodec;
import com.luckyfunatic.storage.codec.GameCodec;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What must hold in all classes of the storage. */
@AnalyzeClasses(
        packages = "com.luckyfunatic.storage",
        importOptions = ImportOption.DoNotIncludeTests.class)
class StorageArchitectureTest {
    /**
     * A codec finds out how to map every record there is, which takes some twenty milliseconds of
     * CPU time: one that was made for every login took a third of a server.
     */
    @ArchTest
    static final ArchRule codecs_are_made_when_a_store_is_opened_and_not_for_every_call =
            methods().that().areNotStatic().should(makeNoCodec());

    private static ArchCondition<JavaMethod> makeNoCodec() {
        return new ArchCondition<>("make no codec") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getConstructorCallsFromSelf().stream()
                        .filter(call ->
                                call.getTargetOwner().isEquivalentTo(GameCodec.class)
                                        || call.getTargetOwner().isEquivalentTo(CompactCodec.class))
                        .forEach(call ->
                                events.add(
                                        SimpleConditionEvent.violated(
                                                call, call.getDescription())));
            }
        };
    }
}
