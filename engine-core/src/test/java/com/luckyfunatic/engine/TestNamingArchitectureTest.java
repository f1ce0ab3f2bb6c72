package com.luckyfunatic.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The suffix of a test class tells its kind; the name of a test is a sentence. */
@AnalyzeClasses(
        packages = "com.luckyfunatic.engine",
        importOptions = ImportOption.OnlyIncludeTests.class)
class TestNamingArchitectureTest {
    @ArchTest
    static final ArchRule tests_stand_in_classes_that_are_run =
            methods()
                    .that(describe("are tests", TestNamingArchitectureTest::isTest))
                    .should()
                    .beDeclaredInClassesThat()
                    .haveSimpleNameEndingWith("Test");

    @ArchTest
    static final ArchRule seeded_tests_stand_in_property_tests =
            methods()
                    .that(describe("are seeded", TestNamingArchitectureTest::isSeeded))
                    .should()
                    .beDeclaredInClassesThat()
                    .haveSimpleNameEndingWith("PropertyTest");

    @ArchTest
    static final ArchRule names_of_tests_are_sentences =
            methods()
                    .that(describe("are tests", TestNamingArchitectureTest::isTest))
                    .should()
                    .haveNameMatching("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private static boolean isTest(JavaMethod method) {
        return method.isAnnotatedWith(Test.class)
                || method.isAnnotatedWith(ParameterizedTest.class);
    }

    private static boolean isSeeded(JavaMethod method) {
        return method.tryGetAnnotationOfType(ParameterizedTest.class)
                .filter(test -> test.name().equals("seed {0}"))
                .isPresent();
    }
}
