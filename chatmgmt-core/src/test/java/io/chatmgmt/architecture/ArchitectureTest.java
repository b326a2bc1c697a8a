package io.chatmgmt.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Date;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;

/** Keeps the packages' dependencies pointing one way, and everything that decides free of clocks and dice. */
@AnalyzeClasses(packages = "io.chatmgmt", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DECIDING = {
        "io.chatmgmt.conversation..",
        "io.chatmgmt.access..",
        "io.chatmgmt.language..",
        "io.chatmgmt.escalation..",
        "io.chatmgmt.response..",
        "io.chatmgmt.routing..",
        "io.chatmgmt.quality..",
        "io.chatmgmt.policy..",
        "io.chatmgmt.lifecycle..",
        "io.chatmgmt.metrics.."
    };

    private static final String[] NOT_DESCRIBED_YET = {"io.chatmgmt.escalation", "io.chatmgmt.language"};

    @ArchTest
    static final ArchRule packages_use_only_what_the_design_allows =
            classes().should(new PackageTable()).allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("io.chatmgmt.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_say_what_they_are_for_and_are_null_marked = classes()
            .that()
            .resideOutsideOfPackages(NOT_DESCRIBED_YET)
            .should(resideInADescribedPackage())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_testkit_builds_on_the_front_door = noClasses()
            .that()
            .resideOutsideOfPackages("io.chatmgmt.governance..", "io.chatmgmt.testkit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.chatmgmt.governance..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_vocabulary_is_plain_java = classes()
            .that()
            .resideInAPackage("io.chatmgmt.conversation..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", "io.chatmgmt.conversation..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_jdbc_store_speaks_sql =
            onlyIn("io.chatmgmt.store.jdbc..").use("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule only_the_codecs_know_jackson =
            onlyIn("io.chatmgmt.policy.json..", "io.chatmgmt.store.json..").use("tools.jackson..", "com.fasterxml..");

    @ArchTest
    static final ArchRule only_the_cache_and_the_memory_store_know_caffeine =
            onlyIn("io.chatmgmt.store.cache..", "io.chatmgmt.store.memory..").use("com.github.benmanes..");

    @ArchTest
    static final ArchRule nothing_knows_a_framework = onlyIn().use("org.springframework..", "jakarta..");

    @ArchTest
    static final ArchRule what_decides_logs_nothing = noClasses()
            .that()
            .resideInAnyPackage(DECIDING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule what_decides_is_told_the_time = noClasses()
            .that()
            .resideInAnyPackage(DECIDING)
            .should()
            .accessTargetWhere(readsAClock())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule what_decides_throws_no_dice = noClasses()
            .that()
            .resideInAnyPackage(DECIDING)
            .should()
            .accessTargetWhere(throwsDice())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_starts_a_thread_or_reads_the_surroundings = noClasses()
            .should()
            .accessTargetWhere(startsAThread().or(readsTheSurroundings()))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule static_state_does_not_change =
            fields().that().areStatic().should().beFinal().allowEmptyShould(true);

    private static DescribedPredicate<JavaAccess<?>> readsAClock() {
        return describe(
                "read a clock",
                access -> owner(access).getPackageName().startsWith("java.time")
                                && name(access).equals("now")
                        || owner(access).isEquivalentTo(Clock.class)
                                && (name(access).startsWith("system")
                                        || name(access).startsWith("tick"))
                        || owner(access).isEquivalentTo(InstantSource.class)
                                && name(access).equals("system")
                        || owner(access).isEquivalentTo(System.class)
                                && (name(access).equals("currentTimeMillis")
                                        || name(access).equals("nanoTime"))
                        || owner(access).isEquivalentTo(Date.class));
    }

    private static DescribedPredicate<JavaAccess<?>> throwsDice() {
        return describe(
                "throw dice",
                access -> owner(access).isAssignableTo(RandomGenerator.class)
                        || owner(access).isEquivalentTo(Math.class)
                                && name(access).equals("random")
                        || owner(access).isEquivalentTo(UUID.class)
                                && name(access).equals("randomUUID")
                        || owner(access).isEquivalentTo(Collections.class)
                                && name(access).equals("shuffle"));
    }

    private static DescribedPredicate<JavaAccess<?>> startsAThread() {
        return describe(
                "start a thread",
                access -> owner(access).isAssignableTo(Thread.class)
                                && (name(access).startsWith("start")
                                        || name(access).startsWith("of")
                                        || name(access).equals("<init>"))
                        || owner(access).isEquivalentTo(Executors.class)
                        || owner(access).isAssignableTo(Executor.class)
                                && name(access).equals("<init>")
                        || owner(access).isAssignableTo(Timer.class));
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheSurroundings() {
        return describe(
                "read system properties or the environment",
                access -> owner(access).isEquivalentTo(System.class)
                                && (name(access).startsWith("getProp")
                                        || name(access).equals("getenv"))
                        || owner(access).isEquivalentTo(Boolean.class)
                                && name(access).equals("getBoolean")
                        || owner(access).isEquivalentTo(Integer.class)
                                && name(access).equals("getInteger")
                        || owner(access).isEquivalentTo(Long.class)
                                && name(access).equals("getLong"));
    }

    private static JavaClass owner(JavaAccess<?> access) {
        return access.getTargetOwner();
    }

    private static String name(JavaAccess<?> access) {
        return access.getTarget().getName();
    }

    private static ArchCondition<JavaClass> resideInADescribedPackage() {
        return new ArchCondition<>("reside in a package with a @NullMarked package-info") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean described = type.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                if (!described) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getPackageName() + " has no @NullMarked package-info"));
                }
            }
        };
    }

    private static OnlyIn onlyIn(String... packages) {
        return new OnlyIn(packages);
    }

    /** The packages that alone may touch something. */
    private record OnlyIn(String... packages) {

        ArchRule use(String... libraries) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(packages)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(libraries)
                    .allowEmptyShould(true);
        }
    }
}
