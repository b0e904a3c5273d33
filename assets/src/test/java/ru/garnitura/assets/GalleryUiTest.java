package ru.garnitura.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ru.garnitura.assets.controls.Lamp;

/// Shows every control in every theme; the pictures in target/pictures are for people to look at.
@ExtendWith(ApplicationExtension.class)
class GalleryUiTest {

    private final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);
    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        scene = new Scene(new Gallery(language), 1000, 900);
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyControlIsDressed(Theme theme, FxRobot robot) {
        robot.interact(() -> ThemeSwitch.apply(scene, theme));

        Pictures.save(scene, "gallery-" + theme.name().toLowerCase(Locale.ROOT));

        assertThat(scene.getStylesheets()).isEqualTo(theme.stylesheets());
        assertThat(robot.lookup("#sample").queryLabeled().getFont().getFamily()).isEqualTo("Noto Sans");
        assertThat(robot.lookup(".lamp").<Lamp>queryAll()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void thingsThatFloatAreDressedToo(Theme theme, FxRobot robot) {
        robot.interact(() -> ThemeSwitch.apply(scene, theme));
        robot.interact(() -> Floating.showAll(scene));

        Pictures.saveWindows("floating-" + theme.name().toLowerCase(Locale.ROOT));

        assertThat(robot.listWindows()).hasSizeGreaterThanOrEqualTo(4);
        robot.interact(Floating::hideAll);
    }
}
