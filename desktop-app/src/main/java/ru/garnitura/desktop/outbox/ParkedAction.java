package ru.garnitura.desktop.outbox;

/// An action the back office refused, kept until the operator has seen it. `code` is the contract's stable code.
public record ParkedAction(Action action, String code) {
}
