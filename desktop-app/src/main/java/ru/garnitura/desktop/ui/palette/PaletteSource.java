package ru.garnitura.desktop.ui.palette;

import java.util.List;
import java.util.concurrent.CompletionStage;

/// Finds things of one kind by words; completes on any thread.
@FunctionalInterface
public interface PaletteSource {

    CompletionStage<List<PaletteItem>> find(String words);
}
