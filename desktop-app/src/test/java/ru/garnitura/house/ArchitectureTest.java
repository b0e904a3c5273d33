package ru.garnitura.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ArchitectureTest {

    static final Iterable<String> RULES = HouseRules.ALL.keySet();

    private static JavaClasses house;
    private static JavaClasses planted;

    @BeforeAll
    static void importClasses() {
        house = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("ru.garnitura");
        planted = new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("ru.garnitura.kb.planted", "ru.garnitura.softphone.planted", "ru.garnitura.sessions.planted");
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void theHouseKeepsTheRule(String rule) {
        rule(rule).allowEmptyShould(true).check(house);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kb-viewer sees no other feature | SeesTheSoftphone",
        "JavaFX only in ui, wiring, assets and the desktop | KnowsWindows",
        "JAIN-SIP only in softphone.sip | SpeaksSip",
        "runLater only in Composition | KnowsWindows",
        "no package circle | planted.a",
        "no empty word in a class name | CallHelper"
    })
    void thePlantedViolationIsNoticed(String rule, String culprit) {
        assertThat(rule(rule).evaluate(planted).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains(culprit));
    }

    @Test
    void everyRoomOfTheHouseIsLookedAt() {
        for (String room : new String[] {"assets", "softphone", "sessions", "kb", "desktop", "backoffice"}) {
            assertThat(house.stream()).anyMatch(type -> type.getPackageName().startsWith("ru.garnitura." + room));
        }
    }

    private static ArchRule rule(String name) {
        return Objects.requireNonNull(HouseRules.ALL.get(name), name);
    }
}
