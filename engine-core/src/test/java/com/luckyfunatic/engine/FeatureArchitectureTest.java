package com.luckyfunatic.engine;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.luckyfunatic.engine.accrual.AccrualEvent;
import com.luckyfunatic.engine.player.PlayerEvent;
import com.luckyfunatic.engine.referral.ReferralCommand;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;

/**
 * What features may know of each other: states, definitions and pure functions. How another one is
 * commanded, and what happens in it, is its own affair and that of the game as a whole.
 */
@AnalyzeClasses(
        packages = "com.luckyfunatic.engine",
        importOptions = ImportOption.DoNotIncludeTests.class)
class FeatureArchitectureTest {
    private static final String ROOT = "com.luckyfunatic.engine";

    /** What features keep to themselves, besides what is declared inside these. */
    private static final List<Class<?>> PRIVATE =
            List.of(Command.class, GameEvent.class, Result.class);

    @ArchTest
    static final ArchRule a_feature_neither_commands_another_nor_makes_its_events =
            classes()
                    .that()
                    .resideInAPackage(ROOT + ".*..")
                    .should(keepToItsOwnVocabulary())
                    .because("adding or changing a feature must not touch the others");

    private static ArchCondition<JavaClass> keepToItsOwnVocabulary() {
        return new ArchCondition<>("not know commands, events and results of other features") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                        .filter(FeatureArchitectureTest::isForeign)
                        .filter(each -> !isAllowed(each))
                        .forEach(each -> events.add(violated(item, each.getDescription())));
            }
        };
    }

    private static boolean isForeign(Dependency dependency) {
        JavaClass target = dependency.getTargetClass();
        String feature = target.getPackageName();
        return feature.startsWith(ROOT + ".")
                && !feature.equals(dependency.getOriginClass().getPackageName())
                && PRIVATE.stream().anyMatch(target::isAssignableTo);
    }

    private static boolean isAllowed(Dependency dependency) {
        JavaClass origin = dependency.getOriginClass();
        JavaClass target = dependency.getTargetClass();
        // Whoever is about to change a rate settles what has accrued.
        boolean settles = target.isAssignableTo(AccrualEvent.class);
        // A follow-up is a command on another player, and belongs to the event that calls for it.
        boolean followsUp =
                origin.isAssignableTo(PlayerEvent.class)
                        && target.isAssignableTo(ReferralCommand.class);
        return settles || followsUp;
    }
}
