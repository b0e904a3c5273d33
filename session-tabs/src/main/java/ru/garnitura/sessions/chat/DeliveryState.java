package ru.garnitura.sessions.chat;

/// How far a message got. Incoming ones are [#SENT] from the start.
public enum DeliveryState {
    /// In the outbox; the back office has not confirmed it.
    PENDING,
    /// The back office has it.
    SENT,
    /// The customer's device has it.
    DELIVERED,
    /// The customer has seen it.
    READ,
    /// The back office refused it; can be retried.
    FAILED;

    /// An input illegal in a state leaves the state unchanged; receipts never take a state back.
    public DeliveryState next(DeliveryInput input) {
        return switch (this) {
            case PENDING -> switch (input) {
                case CONFIRM -> SENT;
                case DELIVER -> DELIVERED;
                case READ -> READ;
                case REFUSE -> FAILED;
                case RETRY -> this;
            };
            case SENT -> switch (input) {
                case DELIVER -> DELIVERED;
                case READ -> READ;
                case CONFIRM, REFUSE, RETRY -> this;
            };
            case DELIVERED -> switch (input) {
                case READ -> READ;
                case CONFIRM, DELIVER, REFUSE, RETRY -> this;
            };
            case READ -> switch (input) {
                case CONFIRM, DELIVER, READ, REFUSE, RETRY -> this;
            };
            case FAILED -> switch (input) {
                case CONFIRM -> SENT;
                case DELIVER -> DELIVERED;
                case READ -> READ;
                case RETRY -> PENDING;
                case REFUSE -> this;
            };
        };
    }
}
