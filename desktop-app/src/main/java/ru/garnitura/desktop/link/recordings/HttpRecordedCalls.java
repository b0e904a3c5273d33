package ru.garnitura.desktop.link.recordings;

import java.io.OutputStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Ask;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.RestClient;

/// Recordings over HTTP.
public final class HttpRecordedCalls implements RecordedCalls {

    private static final Logger log = LoggerFactory.getLogger(HttpRecordedCalls.class);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final long LARGEST = 1L << 30;

    private final RestClient client;

    public HttpRecordedCalls(RestClient client) {
        this.client = client;
    }

    /// Where the back office has a recording.
    static String place(String interaction, String sha256) {
        return "/v1/interactions/" + interaction + "/recordings/" + sha256;
    }

    @Override
    public Outcome fetch(String interaction, String sha256, OutputStream sink) {
        Ask ask = Ask.get(place(interaction, sha256)).within(LONGEST);
        return switch (client.download(ask, sink, LARGEST)) {
            case Answer.Received<Long> _, Answer.NotModified<Long> _ -> Outcome.RECEIVED;
            case Answer.Failed<Long>(Failure failure) -> {
                log.info("{}: {}", ask, failure.detail());
                yield failure instanceof Failure.Refused(int status, _, _) && status == 403 ? Outcome.REFUSED : Outcome.UNREACHABLE;
            }
        };
    }
}
