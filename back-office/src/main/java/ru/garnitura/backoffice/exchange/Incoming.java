package ru.garnitura.backoffice.exchange;

/// One thing that was read from a folder or a file.
sealed interface Incoming {

    /// An article to be taken in.
    ///
    /// @param name of the file it came from
    record Ready(String name, ArticleFile file) implements Incoming {}

    /// Something that can't be.
    record Unreadable(ImportReport.Refused refused) implements Incoming {}

    static Incoming refused(String name, String code, String reason) {
        return new Unreadable(new ImportReport.Refused(name, code, reason));
    }
}
