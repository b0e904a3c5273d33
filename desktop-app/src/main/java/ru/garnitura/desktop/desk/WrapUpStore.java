package ru.garnitura.desktop.desk;

import java.util.List;

/// Where unfinished wrap-ups survive a restart. Blocking; I/O lane; a returned call is on disk.
public interface WrapUpStore {

    List<WrapUp> all();

    void save(WrapUp wrapUp);

    void remove(String session);
}
