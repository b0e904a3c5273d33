package ru.garnitura.desktop.desk;

/// What the operator says of a contact when it is wrapped up.
///
/// @param topic  id of a leaf; empty while none is chosen
/// @param result code of how it ended; empty while none is chosen
public record Disposition(String topic, String result, String note) {

    public static final Disposition EMPTY = new Disposition("", "", "");

    public boolean isComplete() {
        return !topic.isEmpty() && !result.isEmpty();
    }
}
