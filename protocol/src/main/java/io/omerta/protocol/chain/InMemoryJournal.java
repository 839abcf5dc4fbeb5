package io.omerta.protocol.chain;

import java.util.ArrayList;
import java.util.List;

/** A journal that lasts as long as its object, and can lose what a crash would. */
public final class InMemoryJournal implements Journal {
    private final List<byte[]> entries = new ArrayList<>();
    private int durable;

    @Override
    public void append(byte[] entry) {
        entries.add(entry.clone());
    }

    @Override
    public void sync() {
        durable = entries.size();
    }

    @Override
    public List<byte[]> readAll() {
        return entries.stream().map(byte[]::clone).toList();
    }

    @Override
    public void replace(List<byte[]> others) {
        List<byte[]> copies = others.stream().map(byte[]::clone).toList();
        entries.clear();
        entries.addAll(copies);
        sync();
    }

    /**
     * What a crash leaves behind.
     *
     * @param luckyEntries how many entries reach the disk though nobody waited for it; more than there are means all
     */
    public void crash(int luckyEntries) {
        int kept = durable + Math.min(luckyEntries, entries.size() - durable);
        entries.subList(kept, entries.size()).clear();
        durable = kept;
    }
}
