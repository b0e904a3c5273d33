package ru.garnitura.desktop.localapi;

/// Status and JSON body of an answer.
record Reply(int status, String json) {

    static Reply ok(String json) {
        return new Reply(200, json);
    }

    static Reply accepted(String json) {
        return new Reply(202, json);
    }
}
