package ru.garnitura.backoffice.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which endpoint serves which method and path; `{name}` stands for one path part.
public final class Routes {
    private final List<Route> routes = new ArrayList<>();

    public Routes get(String path, Endpoint endpoint) {
        return add("GET", path, endpoint);
    }

    public Routes post(String path, Endpoint endpoint) {
        return add("POST", path, endpoint);
    }

    public Routes put(String path, Endpoint endpoint) {
        return add("PUT", path, endpoint);
    }

    public Routes delete(String path, Endpoint endpoint) {
        return add("DELETE", path, endpoint);
    }

    private Routes add(String method, String path, Endpoint endpoint) {
        routes.add(new Route(method, path.split("/", -1), endpoint));
        return this;
    }

    /// @throws Problem `not_found` or `method_not_allowed`
    Match match(String method, String path) {
        String wanted = "HEAD".equals(method) ? "GET" : method;
        String[] parts = path.split("/", -1);
        boolean elsewhere = false;
        for (Route route : routes) {
            Optional<Map<String, String>> names = route.names(parts);
            if (names.isPresent() && route.method.equals(wanted)) {
                return new Match(route.endpoint, names.get());
            }
            elsewhere |= names.isPresent();
        }
        throw new Problem(elsewhere ? ProblemCode.METHOD_NOT_ALLOWED : ProblemCode.NOT_FOUND);
    }

    record Match(Endpoint endpoint, Map<String, String> names) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Route(String method, String[] pattern, Endpoint endpoint) {

        Optional<Map<String, String>> names(String[] parts) {
            if (parts.length != pattern.length) {
                return Optional.empty();
            }
            var names = new HashMap<String, String>();
            for (int i = 0; i < parts.length; i++) {
                if (pattern[i].startsWith("{")) {
                    names.put(pattern[i].substring(1, pattern[i].length() - 1), parts[i]);
                } else if (!pattern[i].equals(parts[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(names);
        }
    }
}
