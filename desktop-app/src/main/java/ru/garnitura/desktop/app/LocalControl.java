package ru.garnitura.desktop.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.localapi.LocalApi;
import ru.garnitura.desktop.localapi.LocalDesk;
import ru.garnitura.desktop.ui.notice.Notice;

/// The desk's local control interface, where one was asked for, and all places this desk can be reached at. FX lane.
final class LocalControl implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalControl.class);

    private final OperatorDesk.House house;
    private final LocalDesk desk;
    private @Nullable LocalApi api;
    private boolean closed;

    LocalControl(OperatorDesk.House house, LocalDesk desk) {
        this.house = house;
        this.desk = desk;
    }

    /// Opens the interface; where its port is taken the desk goes on without one, and says so.
    ///
    /// @param listening where SIP is heard; empty where nowhere
    /// @param usable    told the places, once they are settled
    void open(String listening, Consumer<ReadyLine.Places> usable) {
        Integer port = house.launch().options().localApiPort();
        if (port == null) {
            usable.accept(places(listening, null));
            return;
        }
        house.lanes().io().execute(() -> {
            try {
                LocalApi opened = LocalApi.open(port, tokenFile(), desk);
                house.lanes().fx().execute(() -> {
                    keep(opened);
                    usable.accept(places(listening, opened));
                });
            } catch (IOException e) {
                log.error("The local control interface can't be opened on port {}", port, e);
                house.lanes().fx().execute(() -> {
                    house.notices().show(Notice.warning("local-api", house.frame().words().text("notice.local-api", port.toString())));
                    usable.accept(places(listening, null));
                });
            }
        });
    }

    private void keep(LocalApi opened) {
        if (closed) {
            opened.close();
        } else {
            api = opened;
        }
    }

    private Path tokenFile() {
        return house.launch().data().resolve("local-api.token");
    }

    private ReadyLine.Places places(String listening, @Nullable LocalApi opened) {
        URI server = house.launch().server();
        @Nullable String address = server == null ? null : server.toString();
        return new ReadyLine.Places(listening.isEmpty() ? null : listening.replace("0.0.0.0:", "127.0.0.1:"),
                opened == null ? null : opened.port(), opened == null ? null : tokenFile().toString(), address,
                address == null ? null : address + "/chat/");
    }

    @Override
    public void close() {
        closed = true;
        if (api != null) {
            api.close();
        }
    }
}
