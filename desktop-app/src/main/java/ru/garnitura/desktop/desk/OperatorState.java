package ru.garnitura.desktop.desk;

/// Whether new contacts come to this desk, and why not. A contact that has begun goes on in any state.
public enum OperatorState {
    /// New contacts may come.
    READY,
    /// No new contacts, for a reason the operator gave.
    NOT_READY,
    /// A call is being wrapped up; Ready afterwards.
    WRAP_UP,
    /// A call is being wrapped up; NotReady afterwards, as the operator asked meanwhile or was before.
    WRAP_UP_THEN_NOT_READY;

    /// What can happen to the state.
    public enum Input { GO_READY, GO_NOT_READY, BEGIN_WRAP_UP, END_WRAP_UP }

    /// An input illegal in a state leaves the state unchanged. A choice made during wrap-up holds afterwards.
    public static OperatorState next(OperatorState state, Input input) {
        return switch (state) {
            case READY -> switch (input) {
                case GO_NOT_READY -> NOT_READY;
                case BEGIN_WRAP_UP -> WRAP_UP;
                case GO_READY, END_WRAP_UP -> state;
            };
            case NOT_READY -> switch (input) {
                case GO_READY -> READY;
                case BEGIN_WRAP_UP -> WRAP_UP_THEN_NOT_READY;
                case GO_NOT_READY, END_WRAP_UP -> state;
            };
            case WRAP_UP -> switch (input) {
                case GO_NOT_READY -> WRAP_UP_THEN_NOT_READY;
                case END_WRAP_UP -> READY;
                case GO_READY, BEGIN_WRAP_UP -> state;
            };
            case WRAP_UP_THEN_NOT_READY -> switch (input) {
                case GO_READY -> WRAP_UP;
                case END_WRAP_UP -> NOT_READY;
                case GO_NOT_READY, BEGIN_WRAP_UP -> state;
            };
        };
    }

    /// Whether a call may ring here.
    public boolean takesCalls() {
        return this == READY;
    }

    public boolean isWrapUp() {
        return this == WRAP_UP || this == WRAP_UP_THEN_NOT_READY;
    }
}
