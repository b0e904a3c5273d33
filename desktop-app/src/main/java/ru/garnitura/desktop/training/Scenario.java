package ru.garnitura.desktop.training;

import java.util.List;

/// What simulated customers do, read from `scenarios.json`.
public record Scenario(List<Chat> chats, List<Voice> calls) {

    /// A customer who writes: the first line opens the chat, each further one answers the operator.
    public record Chat(String name, String phone, List<String> lines) {
    }

    /// A customer who calls: the first clip follows the operator's answer, each further one an operator's pause.
    ///
    /// @param clips resource names under `ru/garnitura/assets/speech/`
    public record Voice(String name, String phone, String queue, List<String> clips) {
    }
}
