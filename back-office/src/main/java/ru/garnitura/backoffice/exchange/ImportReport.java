package ru.garnitura.backoffice.exchange;

import java.util.ArrayList;
import java.util.List;

/// What an import did.
///
/// @param unchanged articles that stood in the base word for word: no revision was made of them
public record ImportReport(int added, int changed, int unchanged, List<Refused> refused) {

    public ImportReport {
        refused = List.copyOf(refused);
    }

    /// Something that did not come in.
    ///
    /// @param name of the file, with the line where there are lines
    /// @param reason in English, with what is wrong
    public record Refused(String name, String code, String reason) {}

    static final ImportReport NOTHING = new ImportReport(0, 0, 0, List.of());

    ImportReport and(ImportReport other) {
        var all = new ArrayList<>(refused);
        all.addAll(other.refused);
        return new ImportReport(added + other.added, changed + other.changed, unchanged + other.unchanged, all);
    }
}
