package ru.garnitura.backoffice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The directions between the packages of the server.
class ArchitectureTest {
    private static final String ROOT = "ru.garnitura.backoffice";
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packagesFormNoCircle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void onlyTheStoreKnowsTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..")
                .check(classes);
    }

    @Test
    void useCasesDoNotKnowJettysHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("..signin..", "..desk..", "..kb..", "..customers..", "..editing..", "..feedback..", "..exchange..", "..actions..", "..chat..", "..blobs..", "..seed..", "..store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..")
                .check(classes);
    }

    @Test
    void theServerKnowsNoRoomOfTheDesktop() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ru.garnitura.assets..", "ru.garnitura.softphone..", "ru.garnitura.sessions..", "ru.garnitura.kb..", "ru.garnitura.desktop..", "javafx..")
                .check(classes);
    }
}
