package ru.garnitura.softphone.ui;

/// What the operator wants a number for while a call goes on.
public enum TargetUse {
    CONSULT("consult.prompt", "consult.go"), TRANSFER("transfer.prompt", "transfer.go");

    private final String prompt;
    private final String verb;

    TargetUse(String prompt, String verb) {
        this.prompt = prompt;
        this.verb = verb;
    }

    /// Key of the question.
    String prompt() {
        return prompt;
    }

    /// Key of the verb.
    String verb() {
        return verb;
    }
}
