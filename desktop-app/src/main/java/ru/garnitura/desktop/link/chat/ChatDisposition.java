package ru.garnitura.desktop.link.chat;

/// The wrap-up of a chat.
///
/// @param topic  id of a leaf
/// @param result code from the policy's choices
/// @param note   may be empty
public record ChatDisposition(String topic, String result, String note) {
}
