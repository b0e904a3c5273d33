package ru.garnitura.desktop.ui.palette;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.Command;

/// The desk's own commands, by any words of their names; all of them while nothing is typed.
public final class CommandSource implements PaletteSource {

    private final List<Command> commands;
    private final Words words;

    public CommandSource(List<Command> commands, Words words) {
        this.commands = List.copyOf(commands);
        this.words = words;
    }

    @Override
    public CompletionStage<List<PaletteItem>> find(String typed) {
        List<String> wanted = Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+")).toList();
        return CompletableFuture.completedFuture(commands.stream().filter(Command::isEnabled)
                .filter(command -> wanted.stream().allMatch(nameOf(command).toLowerCase(Locale.ROOT)::contains))
                .map(command -> new PaletteItem(command.icon(), nameOf(command), "",
                        command.keysText(), command.action()))
                .toList());
    }

    private String nameOf(Command command) {
        return words.now("command." + command.id());
    }
}
