package ru.garnitura.softphone.call;

/// What can happen to a call, whoever causes it.
public enum CallInput {
    /// The remote side rings.
    ALERT,
    /// The remote side sends sound before it answers.
    EARLY_SOUND,
    /// Either side picks up.
    ANSWER,
    /// The operator puts the remote side on hold.
    HOLD,
    /// The operator takes the remote side back.
    RESUME,
    /// The operator asks the remote side to call somebody else instead (REFER).
    TRANSFER,
    /// The remote side agreed to the hold or resume asked for.
    AGREE,
    /// The remote side refused the hold or resume asked for, or the transfer came to nothing.
    REFUSE,
    /// Either side, the network or media ended the call.
    END
}
