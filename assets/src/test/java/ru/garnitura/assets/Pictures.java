package ru.garnitura.assets;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of windows under test, for people to look at: `target/pictures/NAME.png` of the module.
public final class Pictures {

    private static final Path FOLDER = Path.of("target", "pictures");

    private Pictures() {
    }

    /// Waits until the scene is laid out, then writes it as a picture. Any thread but the FX lane.
    public static Path save(Scene scene, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        return write(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.snapshot(null)), name);
    }

    /// Writes every window there is as it stands on the screen, popups over their owners. Any thread but the FX lane.
    public static Path saveWindows(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        return write(WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> new Robot().getScreenCapture(null, Screen.getPrimary().getBounds())), name);
    }

    private static Path write(Image image, String name) {
        try {
            Files.createDirectories(FOLDER);
            var file = FOLDER.resolve(name + ".png");
            ImageIO.write(copy(image), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the picture " + name, e);
        }
    }

    private static BufferedImage copy(Image image) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        return copy;
    }
}
