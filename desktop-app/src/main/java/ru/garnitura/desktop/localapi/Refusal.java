package ru.garnitura.desktop.localapi;

/// What a request was refused for, with its HTTP status and its stable code.
enum Refusal {
    NO_TOKEN(401, "no_token"), WRONG_ORIGIN(403, "wrong_origin"), WRONG_HOST(403, "wrong_host"),
    NOT_FOUND(404, "not_found"), NO_SUCH_CALL(404, "no_such_call"), WRONG_METHOD(405, "wrong_method"),
    WRONG_STATE(409, "wrong_state"), BAD_REQUEST(400, "bad_request");

    private final int status;
    private final String code;

    Refusal(int status, String code) {
        this.status = status;
        this.code = code;
    }

    Reply reply() {
        return new Reply(status, "{\"code\":\"" + code + "\",\"status\":" + status + "}");
    }
}
