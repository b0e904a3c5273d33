package ru.garnitura.backoffice.web;

import java.io.IOException;

/// Serves one route. Runs on a virtual thread and may block.
@FunctionalInterface
public interface Endpoint {

    /// @throws Problem for each refusal of the contract
    Answer serve(Exchange exchange) throws IOException;
}
