package io.omerta.architecture.violations.determinism;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Every static field outlives a run and can change. */
public final class MutableStatics {
    static int counter;
    private static String last = "";
    static final int[] EXPOSED = {1, 2};
    static final ArrayList<String> SEEN = new ArrayList<>();
    static final AtomicLong NEXT = new AtomicLong();
    static final StringBuilder TEXT = new StringBuilder();

    static String remember(String s) {
        String before = last;
        last = s;
        counter++;
        return before;
    }
}
