package com.luckyfunatic.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.http.annotation.Controller;
import io.micronaut.security.annotation.Secured;

/** What the server's packages may know of one another. */
@AnalyzeClasses(
        packages = "com.luckyfunatic.server",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ServerArchitectureTest {
    @ArchTest
    static final ArchRule packages_do_not_depend_on_one_another_in_circles =
            slices().matching("com.luckyfunatic.server.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_composition_root_names_a_store =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("com.luckyfunatic.server.engine..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "com.luckyfunatic.storage.memory..",
                            "com.luckyfunatic.storage.embedded..",
                            "com.luckyfunatic.storage.redis..",
                            "com.luckyfunatic.storage.mysql..",
                            "com.luckyfunatic.storage.scylla..");

    @ArchTest
    static final ArchRule every_controller_says_who_may_call_it =
            classes()
                    .that()
                    .areAnnotatedWith(Controller.class)
                    .should()
                    .beAnnotatedWith(Secured.class);

    @ArchTest
    static final ArchRule telegram_and_tokens_know_nothing_of_http =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "com.luckyfunatic.server.telegram..", "com.luckyfunatic.server.text..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.micronaut..");

    @ArchTest static final ArchRule no_field_injection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest static final ArchRule one_way_to_log = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
}
