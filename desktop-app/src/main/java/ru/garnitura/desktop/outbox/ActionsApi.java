package ru.garnitura.desktop.outbox;

import java.util.List;

/// Port to `POST /v1/actions:batch`, fulfilled by `desktop.link`. Blocking; virtual threads.
@FunctionalInterface
public interface ActionsApi {

    BatchOutcome send(List<Action> batch);
}
