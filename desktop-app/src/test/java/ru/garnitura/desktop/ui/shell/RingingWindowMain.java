package ru.garnitura.desktop.ui.shell;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// A green window that comes forward as the desktop does; obeys words on standard input.
final class RingingWindowMain {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);

    private RingingWindowMain() {
    }

    static void main(String[] args) throws IOException {
        Platform.startup(() -> {
            Stage stage = new Stage();
            StackPane ground = new StackPane();
            Scene scene = new Scene(ground, 700, 500, Color.LIME);
            ground.setBackground(null);
            stage.setScene(scene);
            stage.setTitle("desktop");
            stage.setX(40);
            stage.setY(40);
            stage.focusedProperty().subscribe(focused -> OUT.println(focused ? "focused" : "unfocused"));
            stage.iconifiedProperty().subscribe(minimised -> OUT.println(minimised ? "minimised" : "restored"));
            stage.show();
            ComingForward forward = new ComingForward(stage);
            OUT.println("shown");
            Thread.ofVirtual().start(() -> obey(stage, forward));
        });
    }

    private static void obey(Stage stage, ComingForward forward) {
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII)).lines().forEach(order -> Platform.runLater(() -> {
            String[] words = order.split(" ", 0);
            switch (words[0]) {
                case "colour" -> OUT.println(new Robot().getPixelColor(Integer.parseInt(words[1]), Integer.parseInt(words[2])));
                case "ring" -> forward.begin(card());
                case "over" -> forward.over();
                case "minimise" -> stage.setIconified(true);
                default -> throw new IllegalArgumentException(order);
            }
            OUT.println("did " + order);
        }));
        Platform.exit();
    }

    private static Pane card() {
        Pane card = new Pane();
        card.setPrefSize(200, 80);
        card.setBackground(javafx.scene.layout.Background.fill(Color.RED));
        return card;
    }
}
