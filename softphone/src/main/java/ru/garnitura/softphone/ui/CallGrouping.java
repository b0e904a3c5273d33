package ru.garnitura.softphone.ui;

/// How the call at hand stands to the others: what can be done with several calls.
///
/// @param several      there is another call that is not just ringing
/// @param consultation one of them was made to consult about another one
/// @param joinable     at least two are established and not in a conference yet
public record CallGrouping(boolean several, boolean consultation, boolean joinable) {

    static final CallGrouping ALONE = new CallGrouping(false, false, false);
}
