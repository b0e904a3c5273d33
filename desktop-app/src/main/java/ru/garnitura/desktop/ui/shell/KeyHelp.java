package ru.garnitura.desktop.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.Command;

/// All commands that have keys, in a popover (F1). FX lane.
public final class KeyHelp {

    private static final int COLUMNS = 2;
    private static final double LINE = 560;

    private final List<Command> commands;
    private final Words words;
    private @Nullable PopOver shown;

    public KeyHelp(List<Command> commands, Words words) {
        this.commands = commands.stream().filter(command -> command.keys() != null).toList();
        this.words = words;
    }

    /// Shows the list below `owner`; a second call hides it.
    public void toggle(Node owner) {
        if (shown != null && shown.isShowing()) {
            shown.hide();
            return;
        }
        PopOver popOver = new PopOver(list());
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.show(owner);
        shown = popOver;
    }

    private Node list() {
        GridPane grid = new GridPane(16, 8);
        grid.getStyleClass().add("key-help");
        grid.setId("key-help");
        Label title = new Label(words.now("keys.title"));
        title.getStyleClass().add(Styles.TITLE);
        grid.add(title, 0, 0, 2 * COLUMNS, 1);
        int rows = (commands.size() + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < commands.size(); i++) {
            Label keys = new Label(commands.get(i).keysText());
            keys.getStyleClass().add(Styles.KEY);
            Label name = new Label(words.now("command." + commands.get(i).id()));
            grid.add(keys, i / rows * 2, 1 + i % rows);
            grid.add(name, i / rows * 2 + 1, 1 + i % rows);
        }
        Label everywhere = new Label(words.now("keys.everywhere"));
        everywhere.getStyleClass().add(Styles.MUTED);
        everywhere.setWrapText(true);
        everywhere.setMaxWidth(LINE);
        grid.add(everywhere, 0, 1 + rows, 2 * COLUMNS, 1);
        return grid;
    }
}
