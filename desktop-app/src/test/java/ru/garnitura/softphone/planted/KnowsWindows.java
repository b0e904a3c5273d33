package ru.garnitura.softphone.planted;

import javafx.application.Platform;

final class KnowsWindows {

    void show(Runnable task) {
        Platform.runLater(task);
    }
}
