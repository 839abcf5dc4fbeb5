package io.omerta.architecture.violations.determinism;

import java.util.concurrent.TimeUnit;

/** Every method asks for a hash that differs from run to run. */
public final class IdentityHash {
    int system(String s) {
        return System.identityHashCode(s);
    }

    int ofObject(Object o) {
        return o.hashCode();
    }

    int inherited() {
        return this.hashCode();
    }

    int ofEnum(TimeUnit unit) {
        return unit.hashCode();
    }

    int ofArray(int[] values) {
        return values.hashCode();
    }
}
