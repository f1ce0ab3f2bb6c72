package com.luckyfunatic.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beEnums;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beRecords;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What keeps the rules pure, exact and separate from one another. */
@AnalyzeClasses(
        packages = "com.luckyfunatic.engine",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BUILDER = GameEngine.Builder.class.getName();
    private static final String HASHING = ".*\\.raffle\\.Sha256(\\$.*)?";
    private static final Set<String> FLOATING =
            Set.of("float", "double", "java.lang.Float", "java.lang.Double");
    private static final List<Class<?>> VOCABULARY =
            List.of(
                    Actor.class,
                    Command.class,
                    Decision.class,
                    GameEvent.class,
                    Outcome.class,
                    Refusal.class,
                    Result.class);

    @ArchTest
    static final ArchRule the_core_depends_on_the_jdk_and_jspecify_only =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(
                            "com.luckyfunatic.engine..",
                            "java..",
                            "javax.crypto..",
                            "org.jspecify..")
                    .because("it is embedded in programs that choose their own libraries");

    @ArchTest
    static final ArchRule nothing_reads_a_clock =
            noClasses()
                    .should()
                    .callMethodWhere(
                            targetMatches(
                                    "java\\.time\\..*\\.(now|system.*|tick.*)",
                                    "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"))
                    .because("time is handed in, so that a replay gives the same answer");

    @ArchTest
    static final ArchRule nothing_draws_chance_of_its_own =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(BUILDER)
                    .and()
                    // Hashes what it is given, with the JDK's classes beside those that draw.
                    .haveNameNotMatching(HASHING)
                    .should()
                    .dependOnClassesThat(
                            nameMatches(
                                    "java\\.util\\.(Random|SplittableRandom|UUID)",
                                    "java\\.util\\.concurrent\\.ThreadLocalRandom",
                                    "java\\.util\\.random\\.RandomGeneratorFactory",
                                    "java\\.security\\..*"))
                    .orShould()
                    .callMethodWhere(
                            targetMatches(
                                    "java\\.lang\\.(Strict)?Math\\.random",
                                    "java\\.util\\.random\\.RandomGenerator\\.(of|getDefault)"))
                    .because("chance is handed in, and what it gave stands in the event");

    @ArchTest
    static final ArchRule nothing_starts_threads =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            nameMatches(
                                    "java\\.lang\\.Thread(\\$.*)?",
                                    "java\\.util\\.Timer.*",
                                    "java\\.util\\.concurrent\\.[A-Z].*"))
                    .because("whoever embeds the engine decides about threads");

    @ArchTest
    static final ArchRule nothing_reads_or_writes_outside =
            noClasses()
                    .should()
                    .dependOnClassesThat(nameMatches("java\\.(io|nio|net|sql|util\\.logging)\\..*"))
                    .orShould()
                    .accessFieldWhere(targetMatches("java\\.lang\\.System\\..*"))
                    .because("storage is a port");

    @ArchTest
    static final ArchRule no_field_holds_floating_point =
            noFields()
                    .should()
                    .haveRawType(describe("float or double", ArchitectureTest::isFloating))
                    .because("amounts are exact");

    @ArchTest
    static final ArchRule no_code_takes_or_gives_floating_point =
            noCodeUnits()
                    .should(
                            ArchCondition.from(
                                    describe("have floating point", ArchitectureTest::hasFloating)))
                    .because("amounts are exact");

    @ArchTest
    static final ArchRule nothing_calls_floating_point =
            noClasses()
                    .should()
                    .callCodeUnitWhere(
                            describe(
                                    "it has floating point",
                                    call ->
                                            hasFloating(
                                                    call.getTarget().getRawReturnType(),
                                                    call.getTarget().getRawParameterTypes())))
                    .because("Math.pow and its kin round, and differ between platforms");

    @ArchTest
    static final ArchRule rules_are_final =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Rules")
                    .should()
                    .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule rules_have_no_instances =
            constructors()
                    .that()
                    .areDeclaredInClassesThat()
                    .haveSimpleNameEndingWith("Rules")
                    .should()
                    .bePrivate();

    @ArchTest
    static final ArchRule rules_are_functions =
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .haveSimpleNameEndingWith("Rules")
                    .should()
                    .beStatic();

    @ArchTest
    static final ArchRule only_the_game_as_a_whole_decides_for_features =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Rules")
                    .and()
                    .doNotHaveFullyQualifiedName(GameRules.class.getName())
                    .should()
                    .callMethodWhere(
                            describe(
                                    "another feature decides",
                                    call ->
                                            call.getTarget().getName().equals("decide")
                                                    && !call.getTargetOwner()
                                                            .equals(call.getOriginOwner())))
                    .because("a feature must not depend on how another one is commanded");

    @ArchTest
    static final ArchRule vocabulary_is_made_of_values =
            classes()
                    .that(describe("are vocabulary", ArchitectureTest::isVocabulary))
                    .and()
                    .areNotInterfaces()
                    .should(beRecords().or(beEnums()));

    @ArchTest
    static final ArchRule states_definitions_and_statuses_are_records =
            classes()
                    .that()
                    .haveNameMatching(".*(State|Definition|Status|Envelope|Context)")
                    .should()
                    .beRecords();

    @ArchTest
    static final ArchRule what_is_shared_never_changes =
            fields().that().areStatic().should().beFinal();

    private static boolean isVocabulary(JavaClass type) {
        return VOCABULARY.stream().anyMatch(type::isAssignableTo);
    }

    private static boolean hasFloating(JavaCodeUnit unit) {
        return hasFloating(unit.getRawReturnType(), unit.getRawParameterTypes());
    }

    private static boolean hasFloating(JavaClass returned, List<JavaClass> parameters) {
        return isFloating(returned) || parameters.stream().anyMatch(ArchitectureTest::isFloating);
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getBaseComponentType().getName());
    }

    private static DescribedPredicate<JavaClass> nameMatches(String... patterns) {
        return describe(
                "are " + String.join(" or ", patterns),
                type -> Stream.of(patterns).anyMatch(type.getName()::matches));
    }

    private static <T extends JavaAccess<?>> DescribedPredicate<T> targetMatches(
            String... patterns) {
        return describe(
                "it is " + String.join(" or ", patterns),
                access -> {
                    String name =
                            access.getTargetOwner().getName() + "." + access.getTarget().getName();
                    return Stream.of(patterns).anyMatch(name::matches);
                });
    }
}
