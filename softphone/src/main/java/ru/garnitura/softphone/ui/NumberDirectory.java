package ru.garnitura.softphone.ui;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Port to those whom the operator may call by name: fulfilled by the desktop.
@FunctionalInterface
public interface NumberDirectory {

    /// Where nobody is listed.
    NumberDirectory EMPTY = typed -> CompletableFuture.completedFuture(List.of());

    /// A few who fit part of a name or of a number, best first. Called on the FX lane, returns at once; completes on any.
    CompletionStage<List<Listed>> find(String typed);

    /// Somebody listed.
    ///
    /// @param number as it is dialled
    record Listed(String name, String number, Kind kind) {

        /// What he is to the operator.
        public enum Kind { COLLEAGUE, CUSTOMER }
    }
}
