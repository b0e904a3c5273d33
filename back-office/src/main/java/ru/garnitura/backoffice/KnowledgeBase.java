package ru.garnitura.backoffice;

import java.io.IOException;
import java.nio.file.Files;
import ru.garnitura.backoffice.blobs.Blobs;
import ru.garnitura.backoffice.desk.DeskSetup;
import ru.garnitura.backoffice.exchange.Exports;
import ru.garnitura.backoffice.exchange.Imports;
import ru.garnitura.backoffice.kb.ArticleSignal;
import ru.garnitura.backoffice.kb.Articles;
import ru.garnitura.backoffice.seed.Seed;
import ru.garnitura.backoffice.store.Store;

/// The knowledge base of a server that does not run, opened for an import or an export.
record KnowledgeBase(Store store, Imports imports, Exports exports) implements AutoCloseable {

    /// @throws IOException where the folder can't be used
    static KnowledgeBase open(Setup setup) throws IOException {
        Files.createDirectories(setup.folder());
        Store store = Store.open(setup.folder());
        boolean opened = false;
        try {
            new Seed(store, DeskSetup.load(), setup.clock()).plant(setup.demo());
            store.write(tx -> {
                Articles.completeListing(tx);
                return tx;
            });
            var blobs = new Blobs(store, setup.folder().resolve("blobs"));
            var imports = new Imports(store, blobs, setup.clock(), new ArticleSignal());
            opened = true;
            return new KnowledgeBase(store, imports, new Exports(store, blobs));
        } finally {
            if (!opened) {
                store.close();
            }
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
