package ru.garnitura.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;

/// docs/architecture.md as rules. They look at calls and types, never at text.
final class HouseRules {

    static final Map<String, ArchRule> ALL = Map.ofEntries(
            Map.entry("softphone sees no other feature", feature("softphone", "sessions", "kb")),
            Map.entry("session-tabs sees no other feature", feature("sessions", "softphone", "kb")),
            Map.entry("kb-viewer sees no other feature", feature("kb", "softphone", "sessions")),
            Map.entry("assets stand alone", noClasses().that().resideInAPackage("ru.garnitura.assets..")
                    .should().dependOnClassesThat().resideInAnyPackage("ru.garnitura.softphone..",
                            "ru.garnitura.sessions..", "ru.garnitura.kb..", "ru.garnitura.desktop..", "ru.garnitura.backoffice..")),
            Map.entry("the back office and the desktop meet in the contract only",
                    noClasses().that().resideInAPackage("ru.garnitura.backoffice..").should().dependOnClassesThat()
                            .resideInAnyPackage("ru.garnitura.desktop..", "ru.garnitura.softphone..",
                                    "ru.garnitura.sessions..", "ru.garnitura.kb..", "ru.garnitura.assets..")),
            Map.entry("JavaFX only in ui, wiring, assets and the desktop", onlyIn("javafx..",
                    "ru.garnitura..ui..", "ru.garnitura.assets..", "ru.garnitura.desktop..",
                    "ru.garnitura.softphone", "ru.garnitura.sessions", "ru.garnitura.kb")),
            Map.entry("JAIN-SIP only in softphone.sip", vendor("ru.garnitura.softphone.sip..", "javax.sip..", "gov.nist..")),
            Map.entry("WebRTC devices only in softphone.audio", vendor("ru.garnitura.softphone.audio..", "dev.onvoid..")),
            Map.entry("Lucene only in kb.index", vendor("ru.garnitura.kb.index..", "org.apache.lucene..")),
            Map.entry("CommonMark only in kb.article and the editors' preview", onlyIn("org.commonmark..",
                    "ru.garnitura.kb.article..", "ru.garnitura.backoffice.editing..")),
            Map.entry("runLater only in Composition", noClasses().that().doNotHaveSimpleName("Composition")
                    .should().callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")),
            Map.entry("no package circle", slices().matching("ru.garnitura.(**)").should().beFreeOfCycles()),
            Map.entry("calls know neither SIP nor media nor windows", noClasses()
                    .that().resideInAPackage("ru.garnitura.softphone.call..").should().dependOnClassesThat()
                    .resideInAnyPackage("ru.garnitura.softphone.sip..", "ru.garnitura.softphone.media..",
                            "ru.garnitura.softphone.audio..", "ru.garnitura.softphone.ui..")),
            Map.entry("no empty word in a class name", classes().that().resideInAPackage("ru.garnitura..")
                    .should().haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Info)$")));

    private HouseRules() {
    }

    private static ArchRule feature(String name, String... others) {
        String[] forbidden = new String[others.length + 2];
        for (int i = 0; i < others.length; i++) {
            forbidden[i] = "ru.garnitura." + others[i] + "..";
        }
        forbidden[others.length] = "ru.garnitura.desktop..";
        forbidden[others.length + 1] = "ru.garnitura.backoffice..";
        return noClasses().that().resideInAPackage("ru.garnitura." + name + "..")
                .should().dependOnClassesThat().resideInAnyPackage(forbidden);
    }

    private static ArchRule onlyIn(String vendor, String... rooms) {
        return noClasses().that().resideOutsideOfPackages(rooms).should().dependOnClassesThat().resideInAPackage(vendor);
    }

    private static ArchRule vendor(String room, String... vendors) {
        return noClasses().that().resideOutsideOfPackage(room).should().dependOnClassesThat().resideInAnyPackage(vendors);
    }
}
