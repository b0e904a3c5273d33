package ru.garnitura.sessions.chat;

/// What can happen to a message on its way.
public enum DeliveryInput { CONFIRM, DELIVER, READ, REFUSE, RETRY }
